package org.laurel.securing.proof.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.CryptoProviders;
import org.laurel.securing.crypto.KeyType;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofOutcome;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.securing.proof.UnreadableCredentialException;
import org.laurel.securing.proof.UnsignableCredentialException;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.json.StrictJson;

class JwtTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final JwtSigner SIGNER = new JwtSigner();
    private static final JwtVerifier VERIFIER = new JwtVerifier();
    private static final SigningKey KEY = TestKeys.fresh(SignatureAlgorithm.ES256);

    @ParameterizedTest
    @EnumSource(SignatureAlgorithm.class)
    void signs_in_exactly_the_form_of_open_badges(SignatureAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.fresh(algorithm);
        ObjectNode badge = Samples.badge().put("validUntil", "2027-01-01T00:00:00Z");
        UnverifiedCredential credential = CredentialParser.parse(sign(badge, key));
        assertThat(credential.header())
                .hasToString("{\"alg\":\"" + algorithm.joseName() + "\",\"kid\":\"" + key.jsonWebKeyId()
                        + "\",\"typ\":\"JWT\"}");
        assertThat(credential.document().json()).isEqualTo(badge);
        String text = badge.toString();
        assertThat(credential.payload())
                .hasToString(text.substring(0, text.length() - 1)
                        + ",\"iss\":\"did:web:badges.example\",\"sub\":\"urn:uuid:0a9c2b1e-6d0f-4f4e-9f5c-2d6a0d1f7b11\","
                        + "\"jti\":\"https://badges.example/credentials/1\",\"nbf\":1767323045,\"exp\":1798761600}");
        assertThat(outcome(credential, TestKeys.method(key)).verified()).isPresent();
        assertThat(code(outcome(credential, TestKeys.method(TestKeys.fresh(algorithm)))))
                .isEqualTo(Code.BAD_SIGNATURE);
    }

    /** One change of the header, signed over again by the same key. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/alg | \"none\" | MALFORMED",
                "/alg | \"HS256\" | MALFORMED",
                "/alg | \"ES256K\" | NOT_SUPPORTED",
                "/alg | \"PS384\" | NOT_SUPPORTED",
                "/alg | \"PS256\" | WRONG_KEY_TYPE",
                "/alg | \"EdDSA\" | WRONG_KEY_TYPE",
                "/alg | 1 | MALFORMED",
                "/typ | \"at+jwt\" | MALFORMED",
                "/cty | \"vp\" | MALFORMED",
                "/crit | [\"exp\"] | MALFORMED",
                "/b64 | false | MALFORMED",
                "/jku | \"https://badges.example/keys\" | MALFORMED",
                "/x5u | \"https://badges.example/keys\" | MALFORMED",
                "/comment | \"x\" | MALFORMED",
                "/kid | 7 | MALFORMED",
                "/jwk | {\"kty\": \"oct\", \"k\": \"AQ\"} | MALFORMED",
                "/jwk | {\"kty\": \"OKP\", \"crv\": \"Ed25519\", \"x\": \"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"} "
                        + "| WRONG_KEY_TYPE",
            })
    void refuses_another_header(String pointer, String value, Code code) throws Exception {
        UnverifiedCredential good = CredentialParser.parse(sign(Samples.badge(), KEY));
        ObjectNode header = header(good);
        Samples.put(header, pointer, StrictJson.parse(value));
        assertThat(code(outcome(resigned(header, payload(good)), TestKeys.method(KEY))))
                .isEqualTo(code);
    }

    /** An RSA key signs in two ways: what it signed in one is no signature in the other. */
    @Test
    void reads_ps256_of_another_library_and_mixes_it_up_with_nothing() throws Exception {
        KeyPair pair = CryptoProviders.keyPairGenerator(KeyType.RSA).generateKeyPair();
        VerificationKey key = VerificationKey.of(pair.getPublic());
        VerificationMethod method =
                new VerificationMethod("did:web:badges.example#1", "did:web:badges.example", "", key, null, null);
        UnverifiedCredential good =
                CredentialParser.parse(sign(Samples.badge(), TestKeys.fresh(SignatureAlgorithm.RS256)));
        for (JWSAlgorithm signed : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            for (JWSAlgorithm named : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
                ObjectNode header = header(good).put("alg", named.getName());
                String input = part(header) + "." + part(payload(good));
                String signature = new RSASSASigner(pair.getPrivate())
                        .sign(new JWSHeader(signed), input.getBytes(StandardCharsets.US_ASCII))
                        .toString();
                ProofOutcome outcome = outcome(
                        CredentialParser.parse((input + "." + signature).getBytes(StandardCharsets.US_ASCII)), method);
                assertThat(outcome.verified().isPresent())
                        .as(signed + " as " + named)
                        .isEqualTo(signed.equals(named));
            }
        }
    }

    /** One change of the payload, signed over again by the same key. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/iss | \"did:web:other.example\"",
                "/iss | null",
                "/sub | \"urn:uuid:1\"",
                "/jti | \"https://badges.example/credentials/2\"",
                "/nbf | 1767323046",
                "/nbf | \"1767323045\"",
                "/nbf | 1e40",
                "/exp | 1798761600",
                "/validUntil | \"2027-01-01T00:00:00Z\"",
                "/validFrom | \"2026-01-02T03:04:06Z\"",
                "/id | \"https://badges.example/credentials/2\"",
                "/issuer | \"did:web:other.example\"",
                "/vc | {}",
            })
    void refuses_claims_that_contradict_the_credential(String pointer, String value) throws Exception {
        UnverifiedCredential good = CredentialParser.parse(sign(Samples.badge(), KEY));
        ObjectNode payload = payload(good);
        Samples.put(payload, pointer, StrictJson.parse(value));
        assertThat(code(outcome(resigned(header(good), payload), TestKeys.method(KEY))))
                .isEqualTo(Code.CLAIM_MISMATCH);
    }

    @ParameterizedTest
    @CsvSource({"iss", "sub", "jti", "nbf"})
    void refuses_a_missing_claim_except_under_vc_jwt(String claim) throws Exception {
        UnverifiedCredential good = CredentialParser.parse(sign(Samples.badge(), KEY));
        ObjectNode payload = payload(good);
        payload.remove(claim);
        assertThat(code(outcome(resigned(header(good), payload), TestKeys.method(KEY))))
                .isEqualTo(Code.CLAIM_MISMATCH);
        ObjectNode joseCose = header(good).put("typ", "vc+jwt");
        assertThat(outcome(resigned(joseCose, payload), TestKeys.method(KEY)).verified())
                .isPresent();
    }

    @Test
    void notices_any_changed_character() throws Exception {
        String jwt = new String(sign(Samples.badge(), KEY), StandardCharsets.US_ASCII);
        for (int i = 0; i < jwt.length(); i += 7) {
            char other = jwt.charAt(i) == 'A' ? 'B' : 'A';
            String changed = jwt.substring(0, i) + other + jwt.substring(i + 1);
            try {
                UnverifiedCredential credential = CredentialParser.parse(changed.getBytes(StandardCharsets.US_ASCII));
                assertThat(outcome(credential, TestKeys.method(KEY)).verified()).isEmpty();
            } catch (UnreadableCredentialException e) {
                assertThat(e).hasMessageContaining("JWT");
            }
        }
    }

    @Test
    void takes_a_header_with_jwk_and_without_typ_but_only_with_the_resolved_key() throws Exception {
        UnverifiedCredential good = CredentialParser.parse(sign(Samples.badge(), KEY));
        ObjectNode header = header(good);
        header.remove("typ");
        header.remove("kid");
        header.set("jwk", KEY.publicKey().jwk());
        UnverifiedCredential credential = resigned(header, payload(good));
        assertThat(VERIFIER.claims(credential).get(0).verificationMethod()).isNull();
        assertThat(outcome(credential, TestKeys.method(KEY)).verified()).isPresent();
        assertThat(code(outcome(credential, TestKeys.method(TestKeys.fresh(SignatureAlgorithm.ES256)))))
                .isEqualTo(Code.WRONG_KEY_TYPE);
    }

    @Test
    void refuses_a_key_that_was_revoked_before() throws Exception {
        UnverifiedCredential good = CredentialParser.parse(sign(Samples.badge(), KEY));
        VerificationMethod revoked = new VerificationMethod(
                KEY.jsonWebKeyId(),
                KEY.controller(),
                "JsonWebKey",
                KEY.publicKey(),
                null,
                Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(code(outcome(good, revoked))).isEqualTo(Code.KEY_OUT_OF_TIME);
    }

    @Test
    void does_not_sign_what_lacks_an_identifier_or_whole_seconds() {
        ObjectNode nobody = Samples.badge();
        ((ObjectNode) nobody.get("credentialSubject")).remove("id");
        assertThatThrownBy(() -> sign(nobody, KEY)).isInstanceOf(UnsignableCredentialException.class);
        ObjectNode fraction = Samples.badge().put("validFrom", "2026-01-02T03:04:05.5Z");
        assertThatThrownBy(() -> sign(fraction, KEY)).isInstanceOf(UnsignableCredentialException.class);
        ObjectNode claimed = Samples.badge().put("iss", "did:web:badges.example");
        assertThatThrownBy(() -> sign(claimed, KEY)).isInstanceOf(UnsignableCredentialException.class);
        assertThatThrownBy(() ->
                        SIGNER.sign(TestKeys.linted(new CredentialDocument(Samples.badge())), List.of(KEY, KEY), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static byte[] sign(ObjectNode badge, SigningKey key) {
        return SIGNER.sign(TestKeys.linted(new CredentialDocument(badge)), List.of(key), NOW)
                .bytes();
    }

    private static ObjectNode header(UnverifiedCredential credential) {
        return Objects.requireNonNull(credential.header()).deepCopy();
    }

    private static ObjectNode payload(UnverifiedCredential credential) {
        return Objects.requireNonNull(credential.payload()).deepCopy();
    }

    private static UnverifiedCredential resigned(ObjectNode header, ObjectNode payload) throws Exception {
        String input = Base64Url.encode(header.toString().getBytes(StandardCharsets.UTF_8)) + "."
                + Base64Url.encode(payload.toString().getBytes(StandardCharsets.UTF_8));
        byte[] signature = KEY.sign(input.getBytes(StandardCharsets.US_ASCII));
        return CredentialParser.parse((input + "." + Base64Url.encode(signature)).getBytes(StandardCharsets.US_ASCII));
    }

    private static String part(ObjectNode json) {
        return Base64Url.encode(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ProofOutcome outcome(UnverifiedCredential credential, VerificationMethod method) {
        ProofClaim claim = VERIFIER.claims(credential).get(0);
        return VERIFIER.verify(credential, claim, method, NOW);
    }

    private static Code code(ProofOutcome outcome) {
        return outcome.refusal().map(ProofRefusal::code).orElseThrow();
    }
}
