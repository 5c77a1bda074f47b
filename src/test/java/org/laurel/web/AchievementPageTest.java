package org.laurel.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** The page of a micro-credential tells the whole template, leads to its versions, and trusts nothing that was filled in. */
@ServiceTest
class AchievementPageTest {
    private static final String ORIGIN = "http://localhost:18081";
    private static final String HOSTILE = "<script>x</script>{title}\\\" onload=\\\"x";

    @Test
    void the_whole_template_is_told() {
        String issuer = Calls.issuer("{}");
        String first = published(issuer, filled("First", "[]"));
        String page = page(published(issuer, filled("Second", "[\"" + first + "\"]")), "en");
        assertThat(page)
                .contains("Feedback works.", "Teachers of all subjects", "K, 2, 10", "Mathematics", "12 hours", "1.5")
                .contains("Plan for evidence", "Part 1: The plans", "at most 500 words", "PDF, video/ogg")
                .contains("<th scope=\"rowgroup\" colspan=\"2\">Use of evidence</th>")
                .contains("<th scope=\"row\">Not yet</th><td>The next lesson stays.</td>")
                .contains("Demonstrated <span class=\"enough\">Passes</span></th>")
                .contains("Every part has to pass.", "Edition of the template", "The whole template, as data")
                .contains("href=\"https://doi.org/10.3102/003465430298487\" rel=\"nofollow ugc noopener\"")
                .contains("Black, Paul (2007) · moderate evidence", "Feedback helps most")
                .contains("<blockquote>Feedback is powerful.</blockquote>")
                .contains("/achievements/" + first + "\">First</a>")
                .contains("href=\"https://tool.example/a\" rel=\"nofollow ugc noopener\">A tool</a> — free");
        assertThat(page(first, "es")).contains("Todas las partes deben aprobarse.", "Lo que se entrega");
    }

    @Test
    void what_strangers_filled_in_is_text_and_nothing_else() {
        String issuer = Calls.issuer("{}");
        String template = filled("Hostile", "[]")
                .replace("Feedback works.", HOSTILE)
                .replace("Plan for evidence", HOSTILE)
                .replace("The plans", HOSTILE)
                .replace("Use of evidence", HOSTILE)
                .replace("The next lesson stays.", HOSTILE)
                .replace("Feedback is powerful.", HOSTILE)
                .replace("Feedback helps most", HOSTILE)
                .replace("A tool", HOSTILE);
        assertThat(page(published(issuer, template), "en"))
                .doesNotContain("<script>x", "\" onload")
                .contains("&lt;script&gt;x");
    }

    @Test
    void versions_lead_to_each_other() {
        String issuer = Calls.issuer("{}");
        String old = published(issuer, filled("Old", "[]"));
        String draft = next(old, "Newer");
        assertThat(page(old, "en")).doesNotContain("newer version");
        publish(draft);
        String next = next(draft, "Newest");
        publish(next);
        assertThat(page(old, "en"))
                .contains("There is a newer version: <a href=\"http://localhost:18081/achievements/" + next + "\">");
        assertThat(page(next, "en")).contains("earlier version: ", "/achievements/" + draft);
        Calls.admin().post("/api/v1/achievements/" + old + "/retire").then().statusCode(200);
        assertThat(page(old, "en")).contains("It is no longer awarded", "It was replaced by <a href=");
    }

    @Test
    void a_badge_tells_what_was_reached_and_what_it_rests_on_apart_from_what_it_is_aligned_with() {
        String issuer = Calls.issuer("{}");
        String id = published(issuer, filled("Reached", "[]"));
        String rubric = ORIGIN + "/achievements/" + id + "#plans-use";
        String badge = Calls.admin()
                .body("{\"achievement\":\"" + id + "\",\"recipient\":{\"email\":\"ada@example.org\"},\"results\":[{"
                        + "\"resultDescription\":\"" + rubric + "\",\"achievedLevel\":\"" + rubric + "-met\"}]}")
                .post("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(201)
                .extract()
                .path("credential.url");
        String page = given().accept("text/html")
                .get(badge.substring(ORIGIN.length()))
                .asString();
        assertThat(page)
                .doesNotContain("Aligned with")
                .contains(
                        "<strong>Demonstrated</strong> <span class=\"note\">(level 2 of 2)</span><br>The next lesson changes.")
                .contains("Research it rests on", "Supports: Feedback helps most", " · ESSA evidence tier: moderate")
                .contains("The template as it was filled, as data");
    }

    @Test
    void an_organisation_tells_what_it_endorses() {
        String issuer = Calls.issuer("{}");
        String id = published(issuer, filled("Worth it", "[]"));
        String other = Calls.issuer("{}");
        for (String subject : new String[] {ORIGIN + "/achievements/" + id, "https://elsewhere.example/a"}) {
            Calls.admin()
                    .body("{\"subject\":\"" + subject + "\",\"comment\":\"Counts here.\"}")
                    .post("/api/v1/issuers/" + other + "/endorsements")
                    .then()
                    .statusCode(201);
        }
        assertThat(given().accept("text/html").get("/issuers/" + other).asString())
                .contains("What it endorses", "/achievements/" + id + "\">Worth it</a>")
                .contains("<code>https://elsewhere.example/a</code> · <a href=\"/verify?url=http%3A%2F%2Flocalhost");
        assertThat(given().accept("text/html").get("/issuers/" + issuer).asString())
                .doesNotContain("What it endorses");
    }

    private static String page(String id, String language) {
        return given().accept("text/html")
                .header("Accept-Language", language)
                .get("/achievements/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String published(String issuer, String template) {
        String id = Calls.admin()
                .body("{\"directAward\":true,\"template\":" + template + "}")
                .post("/api/v1/issuers/" + issuer + "/achievements")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        publish(id);
        return id;
    }

    private static String next(String id, String title) {
        return Calls.admin()
                .body("{\"template\":" + filled(title, "[]") + "}")
                .post("/api/v1/achievements/" + id + "/versions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void publish(String id) {
        Calls.admin().post("/api/v1/achievements/" + id + "/publish").then().statusCode(200);
    }

    private static String filled(String title, String stack) {
        return "{\"title\":\"" + title + "\",\"competency\":\"Uses evidence.\",\"keyMethod\":\"Short cycles\","
                + "\"methodComponents\":[\"Plan for evidence\"],\"rationale\":\"Feedback works.\",\"research\":[{"
                + "\"authors\":[\"Black, Paul\"],\"title\":\"The Power of Feedback\",\"year\":2007,"
                + "\"doi\":\"10.3102/003465430298487\",\"claim\":\"Feedback helps most\","
                + "\"quote\":\"Feedback is powerful.\",\"tier\":\"moderate\"}],\"resources\":[{\"name\":\"A tool\","
                + "\"url\":\"https://tool.example/a\",\"note\":\"free\"}],\"audience\":{"
                + "\"description\":\"Teachers of all subjects\",\"grades\":[\"10\",\"K\",\"2\"],"
                + "\"subjects\":[\"Mathematics\"],\"estimatedHours\":12,\"credits\":1.5},\"parts\":[{\"id\":\"plans\","
                + "\"kind\":\"artifact\",\"title\":\"The plans\",\"guidance\":\"Say what you planned.\","
                + "\"wordLimit\":500,\"fileTypes\":[\"application/pdf\",\"video/ogg\"],\"criteria\":[{\"id\":\"use\","
                + "\"name\":\"Use of evidence\",\"passes\":\"met\",\"levels\":[{\"id\":\"not-yet\",\"name\":\"Not yet\","
                + "\"description\":\"The next lesson stays.\"},{\"id\":\"met\",\"name\":\"Demonstrated\","
                + "\"description\":\"The next lesson changes.\"}]}]}],\"awardRule\":{\"parts\":[\"plans\"]},\"stack\":"
                + stack + "}";
    }
}
