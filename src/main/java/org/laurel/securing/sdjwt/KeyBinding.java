package org.laurel.securing.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.laurel.securing.crypto.UnsupportedKeyException;
import org.laurel.securing.crypto.VerificationAlgorithm;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.sdjwt.SdJwtFault.Kind;

/** Checks that whoever shows an SD-JWT has the key that its issuer bound it to (RFC 9901 §4.3, §7.3). */
public final class KeyBinding {
    private static final Set<String> HEADER = Set.of("typ", "alg", "kid", "jwk", "x5c");
    private static final long TOLERANCE = 60;

    private KeyBinding() {}

    /**
     * Checks the key-binding JWT, if there is one; for whom it was made is asked elsewhere.
     *
     * @param claims the issuer's claims, whose {@code cnf.jwk} is the holder's key
     * @param now the time of judgement; the JWT may be dated 60 s ahead of it
     * @throws SdJwtException when there is one and it does not hold
     */
    public static void check(SdJwt sdJwt, ObjectNode claims, Instant now) throws SdJwtException {
        if (sdJwt.keyBinding().isEmpty()) {
            return;
        }
        CompactToken token = sdJwt.keyBinding().get();
        VerificationAlgorithm algorithm = algorithm(token.header());
        VerificationKey key = key(claims.path("cnf"));
        if (!token.isSignedBy(algorithm, key)) {
            throw new SdJwtException(
                    Kind.NOT_THE_HOLDER, "the key-binding JWT is not signed by the key that the issuer bound this to");
        }
        if (!sdJwt.hash().equals(token.payload().path("sd_hash").textValue())) {
            throw new SdJwtException(
                    Kind.NOT_THE_HOLDER, "the sd_hash of the key-binding JWT is not that of what is shown before it");
        }
        checkClaims(token.payload(), now);
    }

    private static VerificationAlgorithm algorithm(ObjectNode header) throws SdJwtException {
        for (var member : header.properties()) {
            if (!HEADER.contains(member.getKey())) {
                throw malformed("holds a member in its header that is not known here");
            }
        }
        if (!header.path("typ").asText().equals("kb+jwt")) {
            throw malformed("must have the typ kb+jwt");
        }
        String name = header.path("alg").asText();
        if (name.isEmpty() || name.equalsIgnoreCase("none") || name.startsWith("HS")) {
            throw malformed("must have the alg of a digital signature");
        }
        return VerificationAlgorithm.ofJoseName(name)
                .orElseThrow(() ->
                        new SdJwtException(Kind.NOT_SUPPORTED, "the alg of the key-binding JWT is not supported"));
    }

    private static VerificationKey key(JsonNode confirmation) throws SdJwtException {
        if (confirmation.isObject() && !confirmation.has("jwk")) {
            throw new SdJwtException(Kind.NOT_SUPPORTED, "holders' keys other than by cnf.jwk are not supported");
        }
        try {
            return VerificationKey.ofJwk(confirmation.path("jwk"));
        } catch (UnsupportedKeyException e) {
            throw new SdJwtException(Kind.NOT_SUPPORTED, "cnf.jwk: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new SdJwtException(
                    Kind.MALFORMED, "a key-binding JWT needs the holder's key in cnf.jwk: " + e.getMessage());
        }
    }

    private static void checkClaims(ObjectNode payload, Instant now) throws SdJwtException {
        for (String name : List.of("aud", "nonce")) {
            String text = payload.path(name).textValue();
            if (text == null || text.isEmpty()) {
                throw malformed("must have the claim \"" + name + "\", one text");
            }
        }
        if (!payload.path("iat").isNumber()) {
            throw malformed("must have the claim \"iat\", a number");
        }
        BigDecimal latest = BigDecimal.valueOf(now.getEpochSecond() + TOLERANCE);
        for (String name : List.of("iat", "nbf")) {
            if (payload.path(name).decimalValue().compareTo(latest) > 0) {
                throw new SdJwtException(Kind.OUT_OF_TIME, "the key-binding JWT is dated in the future by its " + name);
            }
        }
        BigDecimal present = BigDecimal.valueOf(now.getEpochSecond());
        if (payload.has("exp") && payload.path("exp").decimalValue().compareTo(present) <= 0) {
            throw new SdJwtException(Kind.OUT_OF_TIME, "the key-binding JWT has expired");
        }
    }

    private static SdJwtException malformed(String detail) {
        return new SdJwtException(Kind.MALFORMED, "the key-binding JWT " + detail);
    }
}
