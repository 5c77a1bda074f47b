package org.laurel.hosting;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.laurel.securing.crypto.KeyType;
import org.laurel.securing.key.IssuerKey;
import org.laurel.securing.key.KeyRing;

/** Writes what lets others check our signatures: DID documents and the list of keys; pure. */
final class DidDocuments {
    private static final List<String> CONTEXTS = List.of(
            "https://www.w3.org/ns/did/v1",
            "https://w3id.org/security/multikey/v1",
            "https://w3id.org/security/jwk/v1");

    private DidDocuments() {}

    /**
     * The DID document of an issuer (DID 1.0 §5): each key as Multikey and as JsonWebKey, under assertionMethod. Retired
     * keys stay, so that old badges verify; a compromised one carries the time of its revocation.
     */
    static ObjectNode document(String did, String profileUrl, KeyRing ring) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode context = document.putArray("@context");
        CONTEXTS.forEach(context::add);
        document.put("id", did);
        document.putArray("alsoKnownAs").add(profileUrl);
        ArrayNode methods = document.putArray("verificationMethod");
        ArrayNode assertions = document.putArray("assertionMethod");
        for (IssuerKey key : ring.keys()) {
            if (key.publicKey().type() != KeyType.RSA) {
                ObjectNode multikey = method(methods, key, key.multikeyId(), "Multikey");
                multikey.put("publicKeyMultibase", key.publicKey().multikey());
                assertions.add(key.multikeyId());
            }
            ObjectNode jwk = method(methods, key, key.jsonWebKeyId(), "JsonWebKey");
            jwk.set("publicKeyJwk", publicJwk(key));
            assertions.add(key.jsonWebKeyId());
        }
        return document;
    }

    private static ObjectNode method(ArrayNode methods, IssuerKey key, String id, String type) {
        ObjectNode method = methods.addObject();
        method.put("id", id);
        method.put("type", type);
        method.put("controller", key.controller());
        if (key.revokedAt() != null) {
            method.put(
                    "revoked", key.revokedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return method;
    }

    /** Every issuer's keys, each with the DID it belongs to as {@code iss} (OB 3.0 key provenance), and our own. */
    static ObjectNode keySet(List<IssuerKey> keys, ObjectNode serviceKey) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ArrayNode array = set.putArray("keys");
        for (IssuerKey key : keys) {
            ObjectNode jwk = publicJwk(key);
            jwk.put("iss", key.controller());
            array.add(jwk);
        }
        array.add(serviceKey);
        return set;
    }

    private static ObjectNode publicJwk(IssuerKey key) {
        ObjectNode jwk = key.publicKey().jwk();
        jwk.put("kid", key.jsonWebKeyId());
        jwk.put("alg", key.algorithm().joseName());
        jwk.put("use", "sig");
        return jwk;
    }
}
