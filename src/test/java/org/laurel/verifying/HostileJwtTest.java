package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.verifying.report.ProblemKind.BAD_SIGNATURE;
import static org.laurel.verifying.report.ProblemKind.MALFORMED_PROOF;
import static org.laurel.verifying.report.ProblemKind.NOT_READABLE;
import static org.laurel.verifying.report.ProblemKind.NOT_THE_ISSUERS_KEY;
import static org.laurel.verifying.report.ProblemKind.PROOF_NOT_SUPPORTED;
import static org.laurel.verifying.report.ProblemKind.WRONG_KEY_TYPE;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.ProofsByHand;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** What has been tried on verifiers of JWTs before, of the kinds that Wycheproof's vectors know: none gets a yes, each its name. */
class HostileJwtTest {
    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);
    private static final BigInteger ED25519_ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final SigningKey P256 = TestKeys.fresh(SignatureAlgorithm.ES256);
    private static final SigningKey RSA = TestKeys.fresh(SignatureAlgorithm.RS256);

    private final SampleWorld world = new SampleWorld();
    private final CredentialVerifier verifier = world.verifier();

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void parts_that_are_missing_or_too_many_are_not_read(SignatureAlgorithm algorithm) {
        String jwt = jwt(key(algorithm));
        String[] part = jwt.split("\\.");
        assertThat(judge(jwt).verified()).isTrue();
        for (String broken : List.of(
                part[0] + "." + part[1],
                part[0] + ".." + part[2],
                part[0] + "." + part[2],
                "." + part[1] + "." + part[2],
                part[1] + "." + part[2],
                "." + part[1] + ".",
                part[1],
                "..",
                jwt + ".",
                jwt + ".Zm9v",
                "{\"payload\":\"" + part[1] + "\",\"protected\":\"" + part[0] + "\",\"signature\":\"" + part[2] + "\"}",
                "{\"payload\":\"" + part[1] + "\",\"signatures\":[{\"protected\":\"" + part[0] + "\",\"signature\":\""
                        + part[2] + "\"}]}")) {
            assertRefused(broken, "parse", NOT_READABLE);
        }
        assertRefused(part[0] + "." + part[1] + ".", "proof", BAD_SIGNATURE);
    }

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void a_text_that_is_not_the_only_one_for_its_bytes_is_not_read(SignatureAlgorithm algorithm) {
        String[] part = jwt(key(algorithm)).split("\\.");
        for (int i = 0; i < 3; i++) {
            for (String other : List.of(part[i] + "=", part[i] + "A", part[i] + "+", part[i] + "/", part[i] + "%41")) {
                String[] changed = part.clone();
                changed[i] = other;
                assertThat(judge(String.join(".", changed)).verified()).isFalse();
            }
        }
        String tail = "AEIMQUYcgkosw048"; // the characters without stray bits where four of the last six are used
        char last = part[2].charAt(part[2].length() - 1);
        if (part[2].length() % 4 == 2 && tail.indexOf(last) >= 0) {
            String stray = part[2].substring(0, part[2].length() - 1) + (char) (last + 1);
            assertRefused(part[0] + "." + part[1] + "." + stray, "parse", NOT_READABLE);
        }
    }

    @Test
    void a_public_key_is_no_secret_of_an_hmac() throws JOSEException {
        for (SigningKey key : List.of(P256, RSA, world.key())) {
            ObjectNode header = header(key).put("alg", "HS256");
            byte[] jwk = key.publicKey().jwk().toString().getBytes(StandardCharsets.UTF_8);
            byte[] encoded = key.publicKey().jcaKey().getEncoded();
            for (byte[] secret : List.of(jwk, encoded)) {
                String input = text(header) + "." + text(payload(key));
                String mac = new MACSigner(secret)
                        .sign(new JWSHeader(JWSAlgorithm.HS256), input.getBytes(StandardCharsets.US_ASCII))
                        .toString();
                assertRefused(input + "." + mac, "proof", MALFORMED_PROOF);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "HS256", "HS512"})
    void no_algorithm_is_no_proof(String none) {
        for (String signature : List.of("", "AA", jwt(P256).split("\\.")[2])) {
            String input = text(header(P256).put("alg", none)) + "." + text(payload(P256));
            VerificationReport report = judge(input + "." + signature);
            assertThat(report.verified()).isFalse();
            assertThat(report.check("proof").orElseThrow().problems().get(0).kind())
                    .isEqualTo(none.isEmpty() ? PROOF_NOT_SUPPORTED : MALFORMED_PROOF);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ES384", "EdDSA", "RS256", "PS256"})
    void an_algorithm_of_another_kind_of_key_is_refused(String other) {
        assertRefused(resigned(header(P256).put("alg", other)), "proof", WRONG_KEY_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"crit\":[]",
                "\"crit\":[\"exp\"]",
                "\"crit\":[\"b64\"],\"b64\":false",
                "\"crit\":[\"b64\"],\"b64\":true",
                "\"crit\":\"b64\"",
                "\"b64\":false",
                "\"zip\":\"DEF\"",
                "\"jku\":\"https://badges.example/keys\"",
                "\"x5u\":\"https://badges.example/key.pem\"",
                "\"x5c\":[\"MIIB\"]",
                "\"x5t\":\"AA\"",
                "\"x5t#S256\":\"AA\"",
                "\"url\":\"https://badges.example/\"",
                "\"nonce\":\"1\"",
                "\"typ\":\"at+jwt\"",
                "\"typ\":\"dc+sd-jwt\"",
                "\"typ\":\"vp+jwt\"",
                "\"typ\":7",
                "\"cty\":\"JWT\"",
                "\"kid\":null",
                "\"kid\":[]",
                "\"jwk\":{}",
                "\"jwk\":\"x\"",
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"AQ\"}"
            })
    void a_header_that_says_more_than_it_may_is_refused_although_it_is_signed(String member) throws Exception {
        ObjectNode header = header(P256);
        header.setAll((ObjectNode) StrictJson.parse("{" + member + "}"));
        assertRefused(resigned(header), "proof", MALFORMED_PROOF);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"alg\":\"none\"", "\"kid\":\"did:web:badges.example#1\"", "\"typ\":\"JWT\""})
    void a_member_that_stands_twice_in_header_or_payload_is_not_read(String member) {
        String header = header(P256).toString().replaceFirst("\\{", "{" + member + ",");
        assertRefused(resigned(header, payload(P256).toString()), "parse", NOT_READABLE);
        String payload = payload(P256).toString().replaceFirst("\\{", "{\"iss\":\"did:web:badges.example\",");
        assertRefused(resigned(header(P256).toString(), payload), "parse", NOT_READABLE);
    }

    @Test
    void a_key_that_the_sender_brings_along_is_not_the_issuers() {
        SigningKey attacker = TestKeys.fresh(SignatureAlgorithm.ES256);
        ObjectNode both = header(P256);
        both.set("jwk", attacker.publicKey().jwk());
        assertRefused(ProofsByHand.jws(both, payload(P256), attacker), "proof", WRONG_KEY_TYPE);
        ObjectNode only = header(P256);
        only.remove("kid");
        only.set("jwk", attacker.publicKey().jwk());
        assertRefused(ProofsByHand.jws(only, payload(P256), attacker), "issuer-key", NOT_THE_ISSUERS_KEY);
        ObjectNode named = header(P256).put("kid", attacker.jsonWebKeyId());
        assertRefused(ProofsByHand.jws(named, payload(P256), attacker), "issuer-key", NOT_THE_ISSUERS_KEY);
        assertRefused(ProofsByHand.jws(header(P256), payload(P256), attacker), "proof", BAD_SIGNATURE);
    }

    @Test
    void halves_of_an_ecdsa_signature_lie_within_the_order() throws JOSEException {
        byte[] good = Base64Url.decode(jwt(P256).split("\\.")[2]);
        BigInteger r = new BigInteger(1, Arrays.copyOf(good, 32));
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(good, 32, 64));
        BigInteger over = BigInteger.TWO.pow(256).subtract(BigInteger.ONE);
        for (BigInteger bad : List.of(BigInteger.ZERO, P256_ORDER, P256_ORDER.add(BigInteger.ONE), over)) {
            assertRefused(signedBy(P256, halves(bad, s)), "proof", BAD_SIGNATURE);
            assertRefused(signedBy(P256, halves(r, bad)), "proof", BAD_SIGNATURE);
            assertRefused(signedBy(P256, halves(bad, bad)), "proof", BAD_SIGNATURE);
        }
        assertRefused(signedBy(P256, halves(BigInteger.ONE, BigInteger.ONE)), "proof", BAD_SIGNATURE);
        assertRefused(signedBy(P256, halves(s, r)), "proof", BAD_SIGNATURE);
        assertRefused(signedBy(P256, ECDSA.transcodeSignatureToDER(good)), "proof", BAD_SIGNATURE);
        for (int length : new int[] {0, 1, 32, 63, 65, 96, 128}) {
            assertRefused(signedBy(P256, Arrays.copyOf(good, length)), "proof", BAD_SIGNATURE);
        }
    }

    @Test
    void an_ed25519_signature_has_one_form() {
        SigningKey key = world.key();
        byte[] good = Base64Url.decode(jwt(key).split("\\.")[2]);
        byte[] half = Arrays.copyOfRange(good, 32, 64);
        byte[] larger = good.clone();
        byte[] sum = new BigInteger(1, reversed(half)).add(ED25519_ORDER).toByteArray();
        System.arraycopy(Arrays.copyOf(reversed(sum), 32), 0, larger, 32, 32);
        assertRefused(signedBy(key, larger), "proof", BAD_SIGNATURE);
        assertRefused(signedBy(key, new byte[64]), "proof", BAD_SIGNATURE);
        byte[] neutral = new byte[64];
        neutral[0] = 1;
        assertRefused(signedBy(key, neutral), "proof", BAD_SIGNATURE);
        for (int length : new int[] {0, 32, 63, 65, 128}) {
            assertRefused(signedBy(key, Arrays.copyOf(good, length)), "proof", BAD_SIGNATURE);
        }
    }

    @Test
    void an_rsa_signature_is_as_long_as_its_key_and_no_other_number_serves() {
        byte[] good = Base64Url.decode(jwt(RSA).split("\\.")[2]);
        BigInteger n = new BigInteger(
                1, Base64Url.decode(RSA.publicKey().jwk().path("n").asText()));
        for (BigInteger number : List.of(BigInteger.ZERO, BigInteger.ONE, n, n.subtract(BigInteger.ONE))) {
            assertRefused(signedBy(RSA, sized(number, good.length)), "proof", BAD_SIGNATURE);
        }
        byte[] padded = new byte[good.length + 1];
        System.arraycopy(good, 0, padded, 1, good.length);
        assertRefused(signedBy(RSA, padded), "proof", BAD_SIGNATURE);
        assertRefused(signedBy(RSA, sized(new BigInteger(1, good).add(n), good.length + 1)), "proof", BAD_SIGNATURE);
        assertRefused(signedBy(RSA, Arrays.copyOf(good, good.length - 1)), "proof", BAD_SIGNATURE);
        assertRefused(
                signedBy(RSA, Hex.decode("00".repeat(good.length - 32) + "ff".repeat(32))), "proof", BAD_SIGNATURE);
    }

    private SigningKey key(SignatureAlgorithm algorithm) {
        world.dids().publish(RSA.controller(), TestKeys.method(RSA));
        return switch (algorithm) {
            case EDDSA -> world.key();
            case ES256 -> P256;
            case RS256 -> RSA;
        };
    }

    private String jwt(SigningKey key) {
        world.dids().publish(RSA.controller(), TestKeys.method(RSA));
        return new String(world.jwt(Samples.badgeOf(key.controller()), key), StandardCharsets.US_ASCII);
    }

    private String signedBy(SigningKey key, byte[] signature) {
        String good = jwt(key);
        return good.substring(0, good.lastIndexOf('.') + 1) + Base64Url.encode(signature);
    }

    private ObjectNode header(SigningKey key) {
        return decoded(jwt(key).split("\\.")[0]);
    }

    private ObjectNode payload(SigningKey key) {
        return decoded(jwt(key).split("\\.")[1]);
    }

    private String resigned(ObjectNode header) {
        return ProofsByHand.jws(header, payload(P256), P256);
    }

    private String resigned(String header, String payload) {
        String input = Base64Url.encode(header.getBytes(StandardCharsets.UTF_8)) + "."
                + Base64Url.encode(payload.getBytes(StandardCharsets.UTF_8));
        return input + "." + Base64Url.encode(P256.sign(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private void assertRefused(String jwt, String check, ProblemKind kind) {
        VerificationReport report = judge(jwt);
        assertThat(report.verified()).as(report.toString()).isFalse();
        assertThat(report.check(check).orElseThrow().problems())
                .as(jwt + report)
                .anyMatch(problem -> problem.kind() == kind);
    }

    private VerificationReport judge(String jwt) {
        return verifier.verify(jwt.getBytes(StandardCharsets.UTF_8), Asked.NOTHING)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static String text(ObjectNode json) {
        return Base64Url.encode(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode decoded(String part) {
        try {
            return (ObjectNode) StrictJson.parse(Base64Url.decode(part));
        } catch (MalformedJsonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] halves(BigInteger r, BigInteger s) {
        byte[] both = Arrays.copyOf(sized(r, 32), 64);
        System.arraycopy(sized(s, 32), 0, both, 32, 32);
        return both;
    }

    private static byte[] sized(BigInteger number, int length) {
        return Hex.decode(String.format("%0" + 2 * length + "x", number));
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] other = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            other[i] = bytes[bytes.length - 1 - i];
        }
        return other;
    }
}
