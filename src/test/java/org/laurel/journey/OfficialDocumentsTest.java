package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.OfficialSchemas;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.Templates;

/** What the programme's chain makes keeps the rules of Open Badges as others have written them down, and as we have. */
@ServiceTest
class OfficialDocumentsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void profile_achievement_endorsements_and_badge_keep_the_official_schemas_and_our_rules() throws Exception {
        String owner = Screenings.applicant();
        String slug = Screenings.accepted(owner);
        String id = TemplateTest.published(owner, slug, Templates.complete("Official"), true);
        JsonNode profile = json("/issuers/" + slug);
        JsonNode achievement = json("/achievements/" + id);
        assertThat(OfficialSchemas.PROFILE.faults(profile)).isEmpty();
        assertThat(OfficialSchemas.ACHIEVEMENT.faults(achievement)).isEmpty();
        endorsed(profile);
        endorsed(achievement);
        String badge = Calls.award(slug, id).path("credential.url");
        JsonNode credential = json(badge + ".json");
        assertThat(OfficialSchemas.ACHIEVEMENT_CREDENTIAL.faults(credential)).isEmpty();
        JsonNode report = assertFaultless(credential.toString(), "application/vc");
        assertThat(report.at("/trust/endorsements"))
                .as("each by reference")
                .extracting(
                        one -> one.path("endorses").textValue(),
                        one -> one.path("source").textValue(),
                        one -> one.at("/by/name").textValue(),
                        one -> one.path("outcome").textValue())
                .containsExactly(
                        tuple("issuer", profileAddress(slug), "Educator Micro-credentials", "verified"),
                        tuple(
                                "achievement",
                                achievement.path("id").textValue(),
                                "Educator Micro-credentials",
                                "verified"));
        assertThat(OfficialSchemas.ACHIEVEMENT.faults(profile))
                .as("the schemas tell")
                .isNotEmpty();
    }

    /** Each in both forms. */
    private static void endorsed(JsonNode subject) throws Exception {
        JsonNode endorsements = subject.path("endorsementJwt");
        assertThat(endorsements).hasSize(1);
        String jwt = endorsements.get(0).textValue();
        assertFaultless(jwt, "application/vc+jwt");
        JsonNode endorsement = json(SignedJWT.parse(jwt).getJWTClaimsSet().getJWTID() + ".json");
        assertThat(endorsement.at("/credentialSubject/id")).isEqualTo(subject.path("id"));
        assertThat(OfficialSchemas.ENDORSEMENT_CREDENTIAL.faults(endorsement)).isEmpty();
        assertFaultless(endorsement.toString(), "application/vc");
    }

    /** Genuine, and nothing said against it. */
    private static JsonNode assertFaultless(String credential, String type) throws Exception {
        JsonNode report = JSON.readTree(given().contentType(type)
                .body(credential.getBytes(StandardCharsets.UTF_8))
                .post("/verify")
                .asString());
        assertThat(report.path("verified").asBoolean()).as(report.toString()).isTrue();
        List<String> said = report.findValues("problems").stream()
                .flatMap(problems -> problems.findValuesAsText("type").stream())
                .toList();
        assertThat(said).as(report.toString()).allMatch(kind -> kind.endsWith(":issuer-unknown"));
        return report;
    }

    private static String profileAddress(String slug) {
        return Calls.admin().get("/api/v1/issuers/" + slug).path("url");
    }

    private static JsonNode json(String address) throws Exception {
        return JSON.readTree(given().accept("application/json").get(address).asString());
    }
}
