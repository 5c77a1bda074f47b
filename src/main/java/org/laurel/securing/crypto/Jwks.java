package org.laurel.securing.crypto;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.spec.ECPoint;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;

/** The JWK form of public keys (RFC 7517; RFC 7518 §6; RFC 8037 §2). */
final class Jwks {
    private static final List<String> PRIVATE_MEMBERS = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");
    /** A modulus of 4096 bits takes 683 characters. */
    private static final int MAX_MEMBER = 1024;

    private Jwks() {}

    static VerificationKey read(JsonNode jwk) {
        if (!jwk.isObject()) {
            throw new IllegalArgumentException("expected a JWK, a JSON object");
        }
        for (String member : PRIVATE_MEMBERS) {
            if (jwk.has(member)) {
                throw new IllegalArgumentException("the JWK holds the private member \"" + member + "\"");
            }
        }
        if (jwk.has("use") && !"sig".equals(jwk.get("use").asText())) {
            throw new IllegalArgumentException("the JWK is not meant for signatures: its use is not \"sig\"");
        }
        if (jwk.path("key_ops").isArray() && !names(jwk.path("key_ops"), "verify")) {
            throw new IllegalArgumentException("the JWK is not meant to verify: its key_ops do not say so");
        }
        String kty = text(jwk, "kty");
        if (kty.equals("EC")) {
            return readEc(jwk);
        }
        if (kty.equals("RSA")) {
            return PublicKeys.rsa(unsigned(jwk, "n"), unsigned(jwk, "e"));
        }
        if (kty.equals("OKP") && text(jwk, "crv").equals("Ed25519")) {
            return PublicKeys.ed25519(bytes(jwk, "x"));
        }
        throw new UnsupportedKeyException(
                "the JWK is of a kind that is not supported; EC P-256 and P-384, OKP Ed25519 and RSA are");
    }

    private static boolean names(JsonNode operations, String wanted) {
        for (JsonNode operation : operations) {
            if (wanted.equals(operation.textValue())) {
                return true;
            }
        }
        return false;
    }

    static ObjectNode write(VerificationKey key) {
        ObjectNode jwk = JsonNodeFactory.instance.objectNode();
        if (key.type() == KeyType.RSA) {
            return jwk.put("kty", "RSA").put("n", unsigned(key.modulus())).put("e", unsigned(key.exponent()));
        }
        if (key.type() == KeyType.ED25519) {
            return jwk.put("kty", "OKP").put("crv", "Ed25519").put("x", Base64Url.encode(key.material()));
        }
        NistCurve curve = NistCurve.of(key.type());
        ECPoint point = curve.decompress(key.material());
        return jwk.put("kty", "EC")
                .put("crv", curve.joseName())
                .put("x", Base64Url.encode(curve.coordinate(point.getAffineX())))
                .put("y", Base64Url.encode(curve.coordinate(point.getAffineY())));
    }

    /** RFC 7638 §3: the required members in lexicographic order, without white space; none needs escaping. */
    static String thumbprint(ObjectNode jwk) {
        TreeMap<String, String> members = new TreeMap<>();
        jwk.fields().forEachRemaining(e -> members.put(e.getKey(), e.getValue().textValue()));
        String text = members.entrySet().stream()
                .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
                .collect(Collectors.joining(",", "{", "}"));
        return Base64Url.encode(Sha256.of(text));
    }

    private static VerificationKey readEc(JsonNode jwk) {
        NistCurve curve = NistCurve.ofJoseName(text(jwk, "crv"));
        return PublicKeys.ec(curve, curve.point(bytes(jwk, "x"), bytes(jwk, "y")));
    }

    private static BigInteger unsigned(JsonNode jwk, String member) {
        byte[] bytes = bytes(jwk, member);
        if (bytes.length == 0 || bytes[0] == 0) {
            throw new IllegalArgumentException(
                    "\"" + member + "\" of the JWK must be an unsigned number without leading zeros");
        }
        return new BigInteger(1, bytes);
    }

    private static String unsigned(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return Base64Url.encode(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static byte[] bytes(JsonNode jwk, String member) {
        try {
            return Base64Url.decode(text(jwk, member));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + member + "\" of the JWK: " + e.getMessage(), e);
        }
    }

    private static String text(JsonNode jwk, String member) {
        JsonNode value = jwk.path(member);
        if (!value.isTextual() || value.textValue().length() > MAX_MEMBER) {
            throw new IllegalArgumentException("the JWK needs the member \"" + member + "\", a text");
        }
        return value.textValue();
    }
}
