package org.laurel.securing.proof.dataintegrity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import org.laurel.document.jsonld.CanonicalizationException;
import org.laurel.document.jsonld.CanonicalizationException.Kind;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.JsonCanonicalizer;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.securing.crypto.KeyType;

/** What a suite signs: the hash of the proof's options, then the hash of the document (VC-DI-EDDSA §3.2.4). */
final class HashData {
    private static final String CONTEXT = "@context";

    private final RdfCanonicalizer canonicalizer;

    HashData(RdfCanonicalizer canonicalizer) {
        this.canonicalizer = canonicalizer;
    }

    /** P-384 goes with SHA-384 throughout (VC-DI-ECDSA §3). */
    static HashAlgorithm hashFor(KeyType type) {
        return type == KeyType.P384 ? HashAlgorithm.SHA_384 : HashAlgorithm.SHA_256;
    }

    /** The hash of a canonical form: a document's, which several proofs can share, or a configuration's. */
    byte[] hash(ObjectNode document, HashAlgorithm hash) throws CanonicalizationException {
        return hash.hash(canonicalizer.canonicalize(document, hash));
    }

    /** The bytes to sign under an rdfc suite; the options are read in the document's context. */
    byte[] rdfc(ObjectNode options, JsonNode context, byte[] documentHash, HashAlgorithm hash)
            throws CanonicalizationException {
        return joined(hash(config(options, context), hash), documentHash);
    }

    /** A proof's options, to be read in the document's context. */
    static ObjectNode config(ObjectNode options, JsonNode context) {
        ObjectNode config = options.deepCopy();
        config.set(CONTEXT, context);
        return config;
    }

    /** The bytes to sign under a jcs suite; the options' own context, if any, must begin the document's. */
    byte[] jcs(ObjectNode options, ObjectNode document, HashAlgorithm hash) throws CanonicalizationException {
        ObjectNode secured = document;
        JsonNode context = options.get(CONTEXT);
        if (context != null) {
            if (!begins(context, document.path(CONTEXT))) {
                throw new CanonicalizationException(
                        Kind.OTHER, "the document's @context does not begin with the proof's", "/" + CONTEXT);
            }
            secured = document.deepCopy();
            secured.set(CONTEXT, context);
        }
        return joined(
                hash.hash(JsonCanonicalizer.canonicalize(options)), hash.hash(JsonCanonicalizer.canonicalize(secured)));
    }

    private static boolean begins(JsonNode start, JsonNode whole) {
        if (!start.isArray() || !whole.isArray()) {
            return start.equals(whole) || (whole.isArray() && start.equals(whole.path(0)));
        }
        for (int i = 0; i < start.size(); i++) {
            if (!start.get(i).equals(whole.path(i))) {
                return false;
            }
        }
        return true;
    }

    /** The options' hash comes first. */
    static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
