package org.laurel.securing.proof.dataintegrity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.jsonld.ContextLibrary;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.CredentialParser;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofOutcome;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.securing.proof.SecuredCredential;
import org.laurel.securing.proof.UnsignableCredentialException;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.json.StrictJson;

class DataIntegrityTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.789Z");
    private static final RdfCanonicalizer CANONICALIZER = new RdfCanonicalizer(new ContextLibrary());
    private static final DataIntegritySigner SIGNER = new DataIntegritySigner(CANONICALIZER);
    private static final DataIntegrityVerifier VERIFIER = new DataIntegrityVerifier(CANONICALIZER);
    private static final SigningKey ED25519 = TestKeys.fresh(SignatureAlgorithm.EDDSA);
    private static final SigningKey P256 = TestKeys.fresh(SignatureAlgorithm.ES256);

    @Test
    void signs_with_several_keys_each_proof_standing_for_itself() throws Exception {
        ObjectNode signed = signed(ED25519, P256);
        assertThat(new CredentialDocument(signed).withoutProof().json()).isEqualTo(Samples.badge());
        assertThat(signed.get("proof")).hasSize(2);
        JsonNode proof = signed.at("/proof/0");
        assertThat(proof.fieldNames())
                .toIterable()
                .containsExactly("type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue");
        assertThat(proof.get("created").textValue()).isEqualTo("2026-11-25T10:00:00Z");
        assertThat(outcome(signed, 0, TestKeys.method(ED25519)).verified()).isPresent();
        assertThat(outcome(signed, 1, TestKeys.method(P256)).verified()).isPresent();
        assertThat(code(outcome(signed, 0, TestKeys.method(P256)))).isEqualTo(Code.WRONG_KEY_TYPE);
        assertThat(code(outcome(signed, 0, TestKeys.method(TestKeys.fresh(SignatureAlgorithm.EDDSA)))))
                .isEqualTo(Code.BAD_SIGNATURE);
    }

    @Test
    void writes_what_it_signed_when_members_are_odd_but_lawful() throws Exception {
        ObjectNode badge = Samples.badge();
        Samples.put(badge, "/credentialSubject/achievement/creditsAvailable", StrictJson.parse("3.50"));
        Samples.put(badge, "/name", StrictJson.parse("\"\\u2028 \\\"quoted\\\" \\ud83c\\udf3f\""));
        SecuredCredential secured = SIGNER.sign(TestKeys.linted(new CredentialDocument(badge)), List.of(ED25519), NOW);
        assertThat(secured.text()).contains(":3.50");
        ObjectNode read = (ObjectNode) StrictJson.parse(secured.bytes());
        assertThat(outcome(read, 0, TestKeys.method(ED25519)).verified()).isPresent();
    }

    /** One change to a signed badge, each of which must be noticed. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/name | \"Laurel of Zoology\" | BAD_SIGNATURE",
                "/validFrom | \"2026-01-02T03:04:06Z\" | BAD_SIGNATURE",
                "/validFrom | \"2026-01-02T03:04:05+00:00\" | BAD_SIGNATURE",
                "/issuer/id | \"did:web:other.example\" | BAD_SIGNATURE",
                "/credentialSubject/achievement/criteria/narrative | \"Names five plants.\" | BAD_SIGNATURE",
                "/validUntil | \"2030-01-01T00:00:00Z\" | BAD_SIGNATURE",
                "/honours | \"summa cum laude\" | NOT_CANONICAL",
                "/type/2 | \"Honours\" | NOT_CANONICAL",
                "/@context/2 | \"https://badges.example/context.json\" | NOT_CANONICAL",
                "/proof/0/created | \"2026-11-25T09:59:59Z\" | BAD_SIGNATURE",
                "/proof/0/created | \"2026-11-25T10:01:01Z\" | OUT_OF_TIME",
                "/proof/0/created | \"2026-11-25\" | MALFORMED",
                "/proof/0/created | null | MALFORMED",
                "/proof/0/expires | \"2026-11-25T10:00:00Z\" | OUT_OF_TIME",
                "/proof/0/expires | \"2027-11-25T10:00:00Z\" | BAD_SIGNATURE",
                "/proof/0/proofPurpose | \"authentication\" | WRONG_PURPOSE",
                "/proof/0/proofPurpose | [\"assertionMethod\"] | MALFORMED",
                "/proof/0/domain | \"badges.example\" | WRONG_PURPOSE",
                "/proof/0/challenge | \"1\" | WRONG_PURPOSE",
                "/proof/0/nonce | \"1\" | BAD_SIGNATURE",
                "/proof/0/comment | \"hello\" | MALFORMED",
                "/proof/0/previousProof | \"urn:uuid:1\" | BROKEN_CHAIN",
                "/proof/0/previousProof | 7 | BROKEN_CHAIN",
                "/proof/0/previousProof | [] | BROKEN_CHAIN",
                "/proof/0/cryptosuite | \"ecdsa-sd-2023\" | NOT_SUPPORTED",
                "/proof/0/cryptosuite | \"bbs-2023\" | NOT_SUPPORTED",
                "/proof/0/cryptosuite | \"eddsa-2022\" | BAD_SIGNATURE",
                "/proof/0/cryptosuite | \"ecdsa-rdfc-2019\" | WRONG_KEY_TYPE",
                "/proof/0/cryptosuite | \"eddsa-jcs-2022\" | BAD_SIGNATURE",
                "/proof/0/cryptosuite | 7 | MALFORMED",
                "/proof/0/type | \"Ed25519Signature2020\" | MALFORMED",
                "/proof/0/type | \"JsonWebSignature2020\" | NOT_SUPPORTED",
                "/proof/0/cryptosuite | \"Ed25519Signature2020\" | NOT_SUPPORTED",
                "/proof/0/type | [\"DataIntegrityProof\"] | MALFORMED",
                "/proof/0/verificationMethod | \"did:web:other.example#key\" | BAD_SIGNATURE",
                "/proof/0/verificationMethod | {\"id\": \"did:web:badges.example#key\"} | MALFORMED",
                "/proof/0/verificationMethod | \"key\" | NOT_CANONICAL",
                "/proof/0/proofValue | \"u7QEB\" | MALFORMED",
                "/proof/0/proofValue | \"z0OIl\" | MALFORMED",
                "/proof/0/proofValue | \"z2NEpo7TZRRrLZSi2U\" | BAD_SIGNATURE",
                "/proof/0/proofValue | 1 | MALFORMED",
                "/proof/0 | \"proof\" | MALFORMED",
                "/proof/0 | {} | MALFORMED",
                "/proof | null | MALFORMED",
            })
    void notices_one_change(String pointer, String value, Code code) throws Exception {
        ObjectNode signed = signed(ED25519);
        Samples.put(signed, pointer, StrictJson.parse(value));
        assertThat(code(outcome(signed, 0, TestKeys.method(ED25519)))).isEqualTo(code);
    }

    @Test
    void takes_a_single_proof_outside_an_array() throws Exception {
        ObjectNode signed = signed(ED25519);
        signed.set("proof", signed.at("/proof/0"));
        assertThat(outcome(signed, 0, TestKeys.method(ED25519)).verified()).isPresent();
    }

    @Test
    void refuses_a_key_that_was_retired_before_the_proof() throws Exception {
        ObjectNode signed = signed(ED25519);
        Instant made = Instant.parse("2026-11-25T10:00:00Z");
        assertThat(code(outcome(signed, 0, dated(made, null)))).isEqualTo(Code.KEY_OUT_OF_TIME);
        assertThat(code(outcome(signed, 0, dated(null, made)))).isEqualTo(Code.KEY_OUT_OF_TIME);
        assertThat(outcome(signed, 0, dated(made.plusSeconds(1), made.plusSeconds(1)))
                        .verified())
                .isPresent();
    }

    @Test
    void has_no_claims_without_proof_and_at_most_nine() {
        assertThat(VERIFIER.claims(unverified(Samples.badge()))).isEmpty();
        ObjectNode badge = Samples.badge();
        ArrayNode proofs = badge.putArray("proof");
        for (int i = 0; i < 1000; i++) {
            proofs.addObject();
        }
        assertThat(VERIFIER.claims(unverified(badge))).hasSize(9);
    }

    @Test
    void does_not_sign_what_it_could_not_verify() throws Exception {
        assertThatThrownBy(() -> signed(TestKeys.fresh(SignatureAlgorithm.RS256)))
                .isInstanceOf(IllegalArgumentException.class);
        ObjectNode badge = Samples.badge().put("honours", "summa cum laude");
        assertThatThrownBy(() -> SIGNER.sign(TestKeys.linted(new CredentialDocument(badge)), List.of(ED25519), NOW))
                .isInstanceOf(UnsignableCredentialException.class)
                .hasMessageContaining("honours");
    }

    private static VerificationMethod dated(@Nullable Instant expires, @Nullable Instant revoked) {
        VerificationMethod plain = TestKeys.method(ED25519);
        return new VerificationMethod(plain.id(), plain.controller(), plain.type(), plain.key(), expires, revoked);
    }

    private static ObjectNode signed(SigningKey... keys) throws Exception {
        SecuredCredential secured =
                SIGNER.sign(TestKeys.linted(new CredentialDocument(Samples.badge())), List.of(keys), NOW);
        return CredentialParser.parse(secured.bytes()).document().json();
    }

    private static ProofOutcome outcome(ObjectNode credential, int index, VerificationMethod method) {
        UnverifiedCredential unverified = unverified(credential);
        ProofClaim claim = VERIFIER.claims(unverified).get(index);
        return VERIFIER.verify(unverified, claim, method, NOW);
    }

    private static UnverifiedCredential unverified(ObjectNode credential) {
        return UnverifiedCredential.ofJson(new CredentialDocument(credential));
    }

    private static Code code(ProofOutcome outcome) {
        return outcome.refusal().map(ProofRefusal::code).orElseThrow();
    }
}
