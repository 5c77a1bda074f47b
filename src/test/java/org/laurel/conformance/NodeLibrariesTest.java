package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.jsonld.ContextLibrary;
import org.laurel.document.jsonld.RdfCanonicalizer;
import org.laurel.fixture.DidKeyChecks;
import org.laurel.fixture.Interop;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.securing.proof.CredentialSigner;
import org.laurel.securing.proof.dataintegrity.DataIntegritySigner;
import org.laurel.securing.proof.jwt.JwtSigner;
import org.laurel.shared.json.StrictJson;

/** What we sign holds for other libraries, and what they sign holds for us; what was changed holds for neither. */
@Tag("service")
class NodeLibrariesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final CredentialSigner EMBEDDING =
            new DataIntegritySigner(new RdfCanonicalizer(new ContextLibrary()));
    private static final CredentialSigner ENVELOPING = new JwtSigner();

    @ParameterizedTest
    @EnumSource(
            value = SignatureAlgorithm.class,
            names = {"EDDSA", "ES256"})
    void others_verify_what_we_sign(SignatureAlgorithm algorithm) {
        SigningKey key = TestKeys.fresh(algorithm);
        for (CredentialSigner signer : List.of(EMBEDDING, ENVELOPING)) {
            byte[] signed = sign(signer, key);
            assertThat(Interop.verify(signed, null)).as(signer.format().name()).hasToString("{\"verified\":true}");
        }
    }

    @Test
    void others_notice_what_was_changed() {
        SigningKey key = TestKeys.fresh(SignatureAlgorithm.EDDSA);
        String embedded = new String(sign(EMBEDDING, key), StandardCharsets.UTF_8).replace("fifty", "five");
        assertThat(Interop.verify(embedded.getBytes(StandardCharsets.UTF_8), null)
                        .path("verified"))
                .hasToString("false");
        String enveloped = new String(sign(ENVELOPING, key), StandardCharsets.UTF_8);
        char last = enveloped.charAt(enveloped.length() - 10) == 'A' ? 'B' : 'A';
        String changed =
                enveloped.substring(0, enveloped.length() - 10) + last + enveloped.substring(enveloped.length() - 9);
        assertThat(Interop.verify(changed.getBytes(StandardCharsets.UTF_8), null)
                        .path("verified"))
                .hasToString("false");
    }

    @TestFactory
    Stream<DynamicTest> we_verify_what_others_sign_and_notice_each_change() {
        ObjectNode badge = Samples.badge().put("validUntil", "2036-01-01T00:00:00Z");
        return Interop.sign(badge).properties().stream()
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> assertJudged(form)));
    }

    private static void assertJudged(Map.Entry<String, JsonNode> form) throws Exception {
        Instant now = Instant.parse("2030-01-01T00:00:00Z");
        JsonNode signed = form.getValue();
        if (signed.isTextual()) {
            String jwt = signed.textValue();
            assertThat(DidKeyChecks.refusals(jwt.getBytes(StandardCharsets.UTF_8), now))
                    .isEmpty();
            for (int i = 0; i < jwt.length(); i += 40) {
                String changed = jwt.substring(0, i) + (jwt.charAt(i) == 'A' ? 'B' : 'A') + jwt.substring(i + 1);
                assertThat(DidKeyChecks.refusals(changed.getBytes(StandardCharsets.UTF_8), now))
                        .isNotEmpty();
            }
            return;
        }
        assertThat(DidKeyChecks.refusals(bytes(signed), now)).isEmpty();
        String proof = signed.get("proof").isArray() ? "/proof/0" : "/proof";
        for (String[] change : new String[][] {
            {"/name", "\"Another\""},
            {"/issuer/name", "\"Another\""},
            {"/issuer/id", "\"did:web:other.example\""},
            {"/validUntil", "\"2037-01-01T00:00:00Z\""},
            {"/credentialSubject/id", "\"urn:uuid:00000000-0000-4000-8000-000000000000\""},
            {"/credentialSubject/achievement/criteria/narrative", "\"None.\""},
            {"/credentialSubject/achievement/tag", "[\"added\"]"},
            {proof + "/created", "\"2026-01-01T00:00:00Z\""},
            {proof + "/proofPurpose", "\"authentication\""},
            {proof + "/cryptosuite", "\"eddsa-jcs-2022\""},
        }) {
            ObjectNode changed = signed.deepCopy();
            Samples.put(changed, change[0], StrictJson.parse(change[1]));
            assertThat(DidKeyChecks.refusals(bytes(changed), now)).as(change[0]).isNotEmpty();
        }
    }

    private static byte[] sign(CredentialSigner signer, SigningKey key) {
        CredentialDocument badge = new CredentialDocument(Samples.badgeOf(key.controller()));
        return signer.sign(TestKeys.linted(badge), List.of(key), NOW).bytes();
    }

    private static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
