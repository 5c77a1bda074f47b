package org.laurel.verifying.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.crypto.Signatures;
import org.laurel.securing.crypto.VerificationAlgorithm;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.CompactJws;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/**
 * A statement of OpenID Federation 1.0 §3 whose signature holds and whose time has not run out.
 *
 * @param payload what it says
 */
record EntityStatement(JsonNode payload) {
    private static final String TYPE = "entity-statement+jwt";

    /**
     * Reads one.
     *
     * @param body a compact JWS
     * @param signer whose keys must have signed it; null for one that an anchor makes about itself
     * @throws RegistryException with a sentence for the operator's log
     */
    static EntityStatement read(byte[] body, @Nullable EntityStatement signer, Instant now) throws RegistryException {
        String jws = new String(body, StandardCharsets.UTF_8).strip();
        if (!CompactJws.isOne(jws)) {
            throw new RegistryException("expected a signed statement");
        }
        String[] parts = jws.split("\\.", -1);
        try {
            JsonNode header = StrictJson.parse(Base64Url.decode(parts[0]));
            JsonNode payload = StrictJson.parse(Base64Url.decode(parts[1]));
            JsonNode keys =
                    (signer == null ? payload : signer.payload).path("jwks").path("keys");
            if (!TYPE.equals(header.path("typ").textValue())) {
                throw new RegistryException("expected a statement of the type " + TYPE);
            }
            byte[] message = jws.substring(0, jws.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
            if (!isSigned(header, keys, message, Base64Url.decode(parts[2]))) {
                throw new RegistryException("no key of the anchor signed the statement");
            }
            if (payload.path("exp").asLong(0) <= now.getEpochSecond()) {
                throw new RegistryException("the statement has run out");
            }
            return new EntityStatement(payload);
        } catch (MalformedJsonException | IllegalArgumentException e) {
            throw new RegistryException("the statement cannot be read: " + e.getMessage());
        }
    }

    /** Whether it is by this one, about this one. */
    boolean isAbout(String issuer, String subject) {
        return issuer.equals(payload.path("iss").textValue())
                && subject.equals(payload.path("sub").textValue());
    }

    private static boolean isSigned(JsonNode header, JsonNode keys, byte[] message, byte[] signature) {
        VerificationAlgorithm algorithm = VerificationAlgorithm.ofJoseName(
                        header.path("alg").asText())
                .orElseThrow(() -> new IllegalArgumentException("its algorithm is not supported here"));
        for (JsonNode jwk : keys) {
            boolean named = header.path("kid").asText("").equals(jwk.path("kid").asText(""));
            if (named && Signatures.verify(algorithm, VerificationKey.ofJwk(jwk), message, signature)) {
                return true;
            }
        }
        return false;
    }
}
