package org.laurel.securing.did;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.crypto.KeyType;
import org.laurel.securing.crypto.VerificationKey;

/** Reads one verification method (CID 1.0 §2.2), or nothing when its kind, key or dates cannot be read. */
final class VerificationMethodReader {
    private static final String MULTIKEY = "Multikey";
    private static final String ED25519_2020 = "Ed25519VerificationKey2020";
    private static final Set<String> JWK_TYPES = Set.of("JsonWebKey", "JsonWebKey2020");

    private VerificationMethodReader() {}

    static Optional<VerificationMethod> read(JsonNode json, String id) {
        try {
            JsonNode controller = json.path("controller");
            if (!controller.isTextual()) {
                return Optional.empty();
            }
            return Optional.of(new VerificationMethod(
                    id,
                    controller.textValue(),
                    json.path("type").asText(),
                    key(json),
                    time(json.path("expires")),
                    time(json.path("revoked"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            // another kind of key, or a faulty one: the document may be good all the same
            return Optional.empty();
        }
    }

    private static VerificationKey key(JsonNode json) {
        String type = json.path("type").asText();
        JsonNode multibase = json.path("publicKeyMultibase");
        JsonNode jwk = json.path("publicKeyJwk");
        if (JWK_TYPES.contains(type) && jwk.isObject() && multibase.isMissingNode()) {
            return VerificationKey.ofJwk(jwk);
        }
        if ((type.equals(MULTIKEY) || type.equals(ED25519_2020)) && multibase.isTextual() && jwk.isMissingNode()) {
            VerificationKey key = VerificationKey.ofMultikey(multibase.textValue());
            if (type.equals(MULTIKEY) || key.type() == KeyType.ED25519) {
                return key;
            }
        }
        throw new IllegalArgumentException("a verification method of a kind that is not supported");
    }

    private static @Nullable Instant time(JsonNode value) {
        return value.isMissingNode()
                ? null
                : OffsetDateTime.parse(value.asText()).toInstant();
    }
}
