package org.laurel.issuing.award;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.CredentialStatus;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.rule.AllRules;
import org.laurel.fixture.SampleVocabulary;
import org.laurel.shared.json.RecordReader;

class CredentialComposerTest {
    private static final String URL = "https://badges.example/credentials/1-abc";
    private static final String SOMEBODY = "urn:uuid:0a9c2b1e-6d0f-4f4e-9f5c-2d6a0d1f7b11";
    private static final CredentialStatus REVOCATION =
            CredentialStatus.entry("https://badges.example/status/1/1", "revocation", 7);
    private static final CredentialStatus SUSPENSION =
            CredentialStatus.entry("https://badges.example/status/1/2", "suspension", 9);

    private final AtomicInteger salts = new AtomicInteger();
    private final CredentialComposer composer = new CredentialComposer(() -> "salt-" + salts.incrementAndGet());

    @Test
    void a_badge_with_one_status_names_the_standards_schema_and_its_context() {
        ObjectNode badge = compose("{\"email\": \"ada@example.org\"}", SOMEBODY, List.of(REVOCATION));
        assertThat(badge.path("@context"))
                .extracting(node -> node.textValue())
                .containsExactly(OpenBadges.CREDENTIALS_V2, OpenBadges.CONTEXT, OpenBadges.EXTENSIONS);
        assertThat(badge.at("/credentialSchema/0/id").asText()
                        + badge.at("/credentialSchema/id").asText())
                .isEqualTo(OpenBadges.CREDENTIAL_SCHEMA);
        assertThat(badge.path("id").textValue()).isEqualTo(URL);
        assertThat(badge.at("/issuer/id").textValue()).isEqualTo("did:web:badges.example");
        assertThat(badge.path("validFrom").textValue()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(badge.has("validUntil")).isFalse();
    }

    @Test
    void a_badge_with_two_statuses_claims_no_schema() {
        ObjectNode badge = compose("{\"email\": \"ada@example.org\"}", SOMEBODY, List.of(REVOCATION, SUSPENSION));
        assertThat(badge.has("credentialSchema")).isFalse();
        assertThat(badge.path("@context"))
                .extracting(node -> node.textValue())
                .containsExactlyElementsOf(OpenBadges.CONTEXTS);
        assertThat(badge.path("credentialStatus")).hasSize(2);
    }

    @Test
    void every_badge_passes_every_rule() {
        for (List<CredentialStatus> statuses : List.of(List.of(REVOCATION), List.of(REVOCATION, SUSPENSION))) {
            ObjectNode badge = compose("{\"email\": \"ada@example.org\"}", SOMEBODY, statuses);
            assertThat(AllRules.linter().findings(new CredentialDocument(badge)))
                    .isEmpty();
        }
    }

    @Test
    void the_address_is_hashed_with_a_salt_and_the_name_is_left_out() {
        ObjectNode badge = compose(
                "{\"email\": \" Ada@Example.org \", \"name\": \"Ada Lovelace\"}", SOMEBODY, List.of(REVOCATION));
        assertThat(badge.toString()).doesNotContainIgnoringCase("ada@").doesNotContain("Lovelace");
        var identifier = badge.at("/credentialSubject/identifier/0");
        assertThat(identifier.path("hashed").booleanValue()).isTrue();
        assertThat(identifier.path("identityType").textValue()).isEqualTo("emailAddress");
        assertThat(identifier.path("salt").textValue()).isEqualTo("salt-1");
        assertThat(HashedIdentity.matches(identifier.path("identityHash").textValue(), "ada@example.org", "salt-1"))
                .isTrue();
    }

    @Test
    void every_identifier_has_a_salt_of_its_own_and_a_name_is_shown_only_when_asked_for() {
        ObjectNode badge = compose(
                "{\"email\": \"ada@example.org\", \"identifiers\": ["
                        + "{\"identityType\": \"name\", \"value\": \"Ada Lovelace\", \"hashed\": false},"
                        + "{\"identityType\": \"systemId\", \"value\": \"S-1815\"}]}",
                SOMEBODY,
                List.of(REVOCATION));
        var identifiers = badge.at("/credentialSubject/identifier");
        assertThat(identifiers).hasSize(3);
        assertThat(identifiers.at("/1/hashed").booleanValue()).isFalse();
        assertThat(identifiers.at("/1/identityHash").textValue()).isEqualTo("Ada Lovelace");
        assertThat(identifiers.at("/1").has("salt")).isFalse();
        assertThat(identifiers.at("/2/salt").textValue()).isEqualTo("salt-2");
        assertThat(badge.toString()).doesNotContain("S-1815");
    }

    @Test
    void the_subject_is_the_holders_did_or_a_fresh_urn() {
        assertThat(compose("{\"did\": \"did:key:z6MkhaXg\"}", "did:key:z6MkhaXg", List.of(REVOCATION))
                        .at("/credentialSubject/id")
                        .textValue())
                .isEqualTo("did:key:z6MkhaXg");
        ObjectNode badge = compose("{\"email\": \"ada@example.org\"}", SOMEBODY, List.of(REVOCATION));
        assertThat(badge.at("/credentialSubject/id").textValue()).isEqualTo(SOMEBODY);
        assertThat(badge.at("/credentialSubject/achievement/name").textValue()).isEqualTo("Teaching Reading");
    }

    private ObjectNode compose(String recipient, String subject, List<CredentialStatus> statuses) {
        String request = "{\"achievement\": \"1-abc\", \"recipient\": " + recipient + "}";
        AwardRequest read = RecordReader.read(request.getBytes(StandardCharsets.UTF_8), AwardRequest.class)
                .orThrow();
        return composer.compose(
                        new ValidatedAward(
                                SampleIssuing.issuer(),
                                SampleIssuing.published(1, "1-abc", SampleVocabulary.smallestAchievement()),
                                read,
                                Optional.empty()),
                        URL,
                        subject,
                        statuses,
                        SampleIssuing.NOW)
                .json();
    }
}
