package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** From an empty installation to a badge that anybody can check, and back. */
class AwardToVerifyIT {

    @Test
    void a_badge_is_awarded_hosted_verified_revoked_and_suspended() throws Exception {
        try (RunningLaurel laurel = RunningLaurel.start(Map.of())) {
            String achievement = laurel.prepare("oak-hill", "{\"suspension\":true,\"ecdsaProof\":true}");
            JsonNode award = laurel.posted(
                    "/api/v1/issuers/oak-hill/awards",
                    "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"Ada@Example.org\"}}");
            String url = award.path("credential").path("url").asText();
            String json = laurel.get(url, "application/vc").body();
            String jwt = laurel.get(url + ".jwt", "*/*").body();

            assertVerdict(laurel.verified(json, "application/vc"), true, "genuine and valid");
            assertVerdict(laurel.verified(jwt, "application/vc+jwt"), true, "genuine and valid");

            String path = "/api/v1/awards/" + award.path("id").asText();
            laurel.posted(path + "/suspend", "{\"reason\":\"Under review\"}");
            assertVerdict(laurel.verified(json, "application/vc"), false, "suspended");
            laurel.posted(path + "/reinstate", "");
            assertVerdict(laurel.verified(jwt, "application/vc+jwt"), true, "genuine and valid");
            laurel.posted(path + "/revoke", "{\"reason\":\"Wrong person\"}");
            assertVerdict(laurel.verified(json, "application/vc"), false, "revoked");
            assertVerdict(laurel.verified(jwt, "application/vc+jwt"), false, "revoked");
            assertThat(laurel.get(url, "application/vc").body()).isEqualTo(json);
        }
    }

    private static void assertVerdict(JsonNode report, boolean verified, String words) {
        assertThat(report.path("verified").asBoolean())
                .as(report.toPrettyString())
                .isEqualTo(verified);
        assertThat(report.path("summary").asText()).contains(words);
    }
}
