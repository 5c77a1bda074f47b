package org.laurel.securing.proof.dataintegrity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.laurel.document.jsonld.CanonicalizationException;
import org.laurel.document.jsonld.HashAlgorithm;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.document.lint.LintedCredential;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.CredentialSigner;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.SecuredCredential;
import org.laurel.securing.proof.UnsignableCredentialException;
import org.laurel.shared.encoding.Multibase;
import org.laurel.shared.work.Recent;

/**
 * Embeds one proof a key, {@code eddsa-rdfc-2022} for Ed25519 and {@code ecdsa-rdfc-2019} for P-256 (OB 3.0 §8.3). The
 * document is brought into canonical form once, however many keys sign.
 */
@ApplicationScoped
public class DataIntegritySigner implements CredentialSigner {
    private static final int KEPT = 16;

    private final HashData hashData;
    /** Of the proofs made last: within a second one key makes the same options for all badges with the same contexts. */
    private final Recent<ObjectNode, byte[]> optionsHashes = new Recent<>(KEPT);

    /** With the canonical form that all rdfc suites share. */
    public DataIntegritySigner(RdfCanonicalizer canonicalizer) {
        this.hashData = new HashData(canonicalizer);
    }

    @Override
    public ProofFormat format() {
        return ProofFormat.DATA_INTEGRITY;
    }

    @Override
    public SecuredCredential sign(LintedCredential credential, List<SigningKey> keys, Instant created) {
        ObjectNode document = credential.head().json();
        if (keys.isEmpty() || document.has("proof")) {
            throw new IllegalArgumentException("expected a credential without proof, and a key at least");
        }
        try {
            byte[] documentHash = documentHash(credential);
            ArrayNode proofs = JsonNodeFactory.instance.arrayNode();
            for (SigningKey key : keys) {
                proofs.add(proof(key, created, document, documentHash));
            }
            return new SecuredCredential(format(), withProof(credential.text(), proofs));
        } catch (CanonicalizationException e) {
            throw new UnsignableCredentialException(e.detail(), e.pointer());
        }
    }

    private byte[] documentHash(LintedCredential credential) throws CanonicalizationException {
        Optional<byte[]> canonical = credential.canonical();
        return canonical.isPresent()
                ? HashAlgorithm.SHA_256.hash(canonical.get())
                : hashData.hash(credential.head().json(), HashAlgorithm.SHA_256);
    }

    /** The document as it stands, and the proofs as its last member. */
    private static byte[] withProof(byte[] text, ArrayNode proofs) {
        byte[] member = (",\"proof\":" + proofs + "}").getBytes(StandardCharsets.UTF_8);
        byte[] signed = Arrays.copyOf(text, text.length - 1 + member.length);
        System.arraycopy(member, 0, signed, text.length - 1, member.length);
        return signed;
    }

    private ObjectNode proof(SigningKey key, Instant created, ObjectNode document, byte[] documentHash)
            throws CanonicalizationException {
        ObjectNode proof = JsonNodeFactory.instance
                .objectNode()
                .put("type", "DataIntegrityProof")
                .put("cryptosuite", suite(key.algorithm()).label())
                .put("created", created.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("verificationMethod", key.multikeyId())
                .put("proofPurpose", "assertionMethod");
        byte[] message = HashData.joined(optionsHash(proof, document.get("@context")), documentHash);
        return proof.put("proofValue", Multibase.base58(key.sign(message)));
    }

    private byte[] optionsHash(ObjectNode options, JsonNode context) throws CanonicalizationException {
        ObjectNode config = HashData.config(options, context);
        byte[] known = optionsHashes.get(config);
        if (known == null) {
            known = hashData.hash(config, HashAlgorithm.SHA_256);
            optionsHashes.put(config, known);
        }
        return known;
    }

    private static Cryptosuite suite(SignatureAlgorithm algorithm) {
        return switch (algorithm) {
            case EDDSA -> Cryptosuite.EDDSA_RDFC_2022;
            case ES256 -> Cryptosuite.ECDSA_RDFC_2019;
            case RS256 -> throw new IllegalArgumentException("no Data Integrity suite signs with RS256");
        };
    }
}
