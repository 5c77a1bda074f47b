package org.laurel.document.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.SampleVocabulary;

class VocabularyTest {
    private final ObjectMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    @Test
    void the_fullest_achievement_loses_nothing_on_the_way() throws IOException {
        Achievement achievement = SampleVocabulary.fullestAchievement();
        assertThat(json.readValue(json.writeValueAsString(achievement), Achievement.class))
                .isEqualTo(achievement);
    }

    @Test
    void the_fullest_profile_loses_nothing_on_the_way() throws IOException {
        Profile profile = SampleVocabulary.fullestProfile();
        assertThat(json.readValue(json.writeValueAsString(profile), Profile.class))
                .isEqualTo(profile);
        assertThat(json.writeValueAsString(profile))
                .startsWith("{\"id\":\"did:web:oakhill.example\",\"type\":[\"Profile\"],\"name\":")
                .contains("\"geo\":{\"type\":\"GeoCoordinates\",\"latitude\":30.25,\"longitude\":-97.75}")
                .contains("\"image\":{\"id\":\"https://oakhill.example/badge.png\",\"type\":\"Image\"")
                .contains("\"dateOfBirth\":\"1815-12-10\"");
    }

    @Test
    void what_is_absent_is_not_written() throws IOException {
        Profile profile = Profile.organisation("did:web:a.example", "A", null, null);
        assertThat(json.writeValueAsString(profile))
                .isEqualTo("{\"id\":\"did:web:a.example\",\"type\":[\"Profile\"],\"name\":\"A\"}");
    }

    @Test
    void a_badge_is_written_in_the_form_of_the_standard() throws IOException {
        OpenBadgeCredential badge = badge(
                List.of(CredentialStatus.entry("https://laurel.example/status/1-1", OpenBadges.REVOCATION, 94567)));
        assertThat(json.writeValueAsString(badge))
                .startsWith("{\"@context\":[\"https://www.w3.org/ns/credentials/v2\","
                        + "\"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json\"],"
                        + "\"id\":\"https://laurel.example/credentials/1-a\","
                        + "\"type\":[\"VerifiableCredential\",\"OpenBadgeCredential\"],")
                .contains("\"validFrom\":\"2026-01-01T00:00:00Z\"")
                .contains(
                        "\"credentialStatus\":{\"id\":\"https://laurel.example/status/1-1#94567\","
                                + "\"type\":\"BitstringStatusListEntry\",\"statusPurpose\":\"revocation\","
                                + "\"statusListIndex\":\"94567\",\"statusListCredential\":\"https://laurel.example/status/1-1\"}")
                .contains("\"credentialSchema\":[{\"id\":")
                .contains("\"result\":[{\"type\":[\"Result\"],\"resultDescription\":")
                .doesNotContain("null", "[]", "{}");
        assertThat(json.readValue(json.writeValueAsString(badge), OpenBadgeCredential.class))
                .isEqualTo(badge);
    }

    @Test
    void two_status_entries_are_written_as_an_array() throws IOException {
        String list = "https://laurel.example/status/1-";
        OpenBadgeCredential badge = badge(List.of(
                CredentialStatus.entry(list + 1, OpenBadges.REVOCATION, 7),
                CredentialStatus.entry(list + 2, OpenBadges.SUSPENSION, 9)));
        assertThat(json.readTree(json.writeValueAsString(badge))
                        .at("/credentialStatus/1/statusPurpose")
                        .textValue())
                .isEqualTo("suspension");
    }

    @Test
    void an_endorsement_loses_nothing_on_the_way() throws IOException {
        EndorsementCredential endorsement = new EndorsementCredential(
                List.of(),
                "https://laurel.example/endorsements/1-a",
                "Endorsement",
                null,
                Profile.organisation("did:web:a.example", "A", null, null),
                Instant.parse("2025-01-01T00:00:00Z"),
                Instant.parse("2026-01-01T00:00:00Z"),
                null,
                new EndorsementSubject("did:web:b.example", "Good"),
                List.of(),
                List.of(),
                new RefreshService("https://laurel.example/r", "1EdTechCredentialRefresh"),
                List.of(new TermsOfUse(null, "Terms")));
        assertThat(json.readValue(json.writeValueAsString(endorsement), EndorsementCredential.class))
                .isEqualTo(endorsement);
    }

    @Test
    void the_examples_of_the_standard_round_trip() throws IOException {
        Path folder = Path.of("../shared/data/ob3/examples");
        assumeTrue(Files.isDirectory(folder), "the standard's examples are not on this machine");
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                JsonNode achievement = json.readTree(file.toFile()).at("/credentialSubject/achievement");
                if (achievement.isObject()) {
                    Achievement read = json.treeToValue(achievement, Achievement.class);
                    JsonNode written = json.valueToTree(read);
                    assertThat(compact(written)).as(file.toString()).isEqualTo(compact(achievement));
                }
            }
        }
    }

    /** One-item arrays and bare values are the same to the standard where {@code type} is concerned. */
    private JsonNode compact(JsonNode node) throws IOException {
        return json.readTree(json.writeValueAsString(node).replaceAll("\"type\":\\[(\"[A-Za-z]+\")]", "\"type\":$1"));
    }

    private static OpenBadgeCredential badge(List<CredentialStatus> status) {
        Result result = new Result(SampleVocabulary.letterGrade().id(), null, null, "B", List.of());
        AchievementSubject subject = new AchievementSubject(
                "did:example:ada",
                SampleVocabulary.smallestAchievement(),
                List.of(new IdentityObject(
                        true,
                        HashedIdentity.sha256("ada@example.org", "salt"),
                        IdentifierType.of("emailAddress"),
                        "salt")),
                Instant.parse("2025-09-01T00:00:00.5Z"),
                null,
                null,
                null,
                null,
                null,
                List.of(result),
                null,
                null,
                null);
        return new OpenBadgeCredential(
                List.of(),
                "https://laurel.example/credentials/1-a",
                "Teaching Reading",
                null,
                null,
                Profile.organisation("did:web:a.example", "A", null, null),
                null,
                Instant.parse("2026-01-01T00:00:00.999Z"),
                null,
                subject,
                List.of(new Evidence("https://e.example/1", null, "Lesson", null, null, null, null)),
                List.of(),
                List.of(),
                List.of(new CredentialSchema(OpenBadges.CREDENTIAL_SCHEMA, OpenBadges.SCHEMA_VALIDATOR)),
                status,
                null,
                List.of());
    }
}
