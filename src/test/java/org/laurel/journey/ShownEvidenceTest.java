package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.Interop;
import org.laurel.fixture.MediaFiles;
import org.laurel.fixture.ServiceTest;
import org.laurel.shared.encoding.Multibase;
import org.laurel.shared.encoding.Sha256;

/** What of the evidence a badge shows: only what its educator agreed to, for as long as the holder leaves it open. */
@ServiceTest
class ShownEvidenceTest {
    private static final String LINK = "https://video.example/lesson";
    private static final byte[] SHA2_256 = {0x12, 0x20};
    private static final String LAST = "\n\n--\nsalt: ";

    /** A badge whose holder agreed to show a text, a link, a photograph and a recording. */
    private record Badge(String issuer, String educator, String submission, String award, String url) {

        static Badge showing(String showing) {
            String issuer = Calls.issuer(AssessmentTest.ALONE);
            String educator = AssessmentTest.educator();
            String submission = SubmissionTest.started(educator, Uploads.earnable(issuer));
            String photograph = sent(educator, submission, "Canarina.jpg", MediaFiles.jpeg("Canarina"));
            String talk = sent(educator, submission, "talk.wav", wav());
            String content = SubmissionTest.WHOLE
                    .replace(
                            "\"We changed the lesson.\"",
                            "\"We changed the lesson.\",\"links\":[{\"url\":\"" + LINK + "\",\"name\":\"Canarina's\"}]")
                    .replace(
                            "\"aiUse\":\"none\"",
                            "\"aiUse\":\"none\""
                                    + showing.replace("PHOTOGRAPH", photograph).replace("TALK", talk));
            SubmissionTest.save(
                            educator,
                            submission,
                            Calls.as(educator).get(submission).header("ETag"),
                            content)
                    .then()
                    .statusCode(200);
            return new Badge(issuer, educator, submission, "", "");
        }

        /** Submitted, assessed and awarded. */
        Badge awarded() {
            Calls.as(educator).post(submission + "/submit").then().statusCode(200);
            String assessor = People.joined(issuer, "assessor");
            String path =
                    "/api/v1/assessments/" + AssessmentTest.queue(assessor).path("items[0].id");
            Calls.as(assessor)
                    .post(path + "/claim")
                    .then()
                    .statusCode(200)
                    .body("evidence.statements.aiUse", equalTo("none"))
                    .body("evidence.statements.showing", nullValue())
                    .body(not(containsString("Year 7")));
            AssessmentTest.score(assessor, path, "met", "met").then().statusCode(200);
            AssessmentTest.decide(assessor, path, "award", null).then().statusCode(200);
            String award = Calls.as(educator).get(submission).path("award");
            String url = Calls.admin().get("/api/v1/awards/" + award).path("credential.url");
            return new Badge(issuer, educator, submission, award, url);
        }

        Response json() {
            return given().accept("application/json").get(url);
        }

        Response shown() {
            return Calls.as(educator).get(path());
        }

        String path() {
            return "/api/v1/people/me/badges/" + award + "/evidence";
        }

        String address(int index) {
            return json().path("evidence[" + index + "].id");
        }

        void change(String access) {
            List<String> ids = shown().path("items.id");
            for (String id : ids) {
                Calls.as(educator)
                        .body("{\"access\":\"" + access + "\"}")
                        .patch(path() + "/" + id)
                        .then()
                        .statusCode(200);
            }
        }
    }

    private static final String ALL = ",\"showing\":{\"copiesStay\":true,\"items\":["
            + "{\"part\":\"overview\",\"name\":\"My class, Year 7\"},{\"part\":\"plans\",\"link\":\"" + LINK + "\"},"
            + "{\"part\":\"plans\",\"file\":\"PHOTOGRAPH\"},{\"part\":\"plans\",\"file\":\"TALK\"}]}";

    private static byte[] wav() {
        return Objects.requireNonNull(MediaFiles.all("Canarina").get("talk.wav"));
    }

    private static String sent(String educator, String submission, String name, byte[] bytes) {
        return Uploads.send(educator, submission, name, "", bytes)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void a_badge_shows_what_its_educator_agreed_to_with_the_digest_of_the_very_bytes() {
        Badge badge = Badge.showing(ALL).awarded();
        Response json = badge.json();
        json.then()
                .body("evidence", hasSize(4))
                .body("evidence.type", equalTo(List.of(evidence(), evidence(), evidence(), evidence())))
                .body("evidence.name", equalTo(List.of("My class, Year 7", "The plans", "The plans", "The plans")))
                .body("evidence.genre", equalTo(List.of("Text", "Link", "Picture", "Sound")))
                .body("evidence.description", equalTo(Arrays.asList("The overview", null, null, null)))
                .body(not(containsString("Canarina")))
                .body(not(containsString(LINK)));
        for (int i = 0; i < 4; i++) {
            assertThat(badge.address(i)).matches(origin(badge) + "/evidence/[A-Za-z0-9_-]{43}");
            byte[] bytes = given().get(badge.address(i)).asByteArray();
            byte[] digest = Multibase.decode(json.path("evidence[" + i + "].digestMultibase"));
            assertThat(digest).startsWith(SHA2_256).endsWith(Sha256.of(bytes)).hasSize(34);
        }
        Response text = given().get(badge.address(0));
        text.then()
                .statusCode(200)
                .contentType("text/plain")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"))
                .header("Content-Disposition", startsWith("inline"))
                .header("X-Robots-Tag", equalTo("noindex"))
                .header("Access-Control-Allow-Origin", equalTo("*"));
        assertThat(text.asString()).startsWith("My class plans." + LAST);
        assertThat(given().get(badge.address(1)).asString()).startsWith(LINK + LAST);
        Response photograph = given().get(badge.address(2));
        photograph.then().contentType("image/jpeg").header("Content-Disposition", containsString("plans.jpg"));
        assertThat(new String(photograph.asByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain("Canarina");
        assertPieces(badge.address(3));
        assertJudged(badge);
        given().accept("text/html")
                .get(badge.url())
                .then()
                .body(containsString(
                        "<a href=\"" + badge.address(0) + "\" rel=\"nofollow ugc noopener\">My class, Year 7</a>"));
    }

    private static List<String> evidence() {
        return List.of("Evidence");
    }

    private static String origin(Badge badge) {
        return badge.url().substring(0, badge.url().indexOf("/credentials"));
    }

    private static void assertPieces(String address) {
        byte[] whole = given().get(address).asByteArray();
        Response piece = given().header("Range", "bytes=10-19").get(address);
        piece.then().statusCode(206).contentType("audio/wav");
        assertThat(piece.asByteArray()).isEqualTo(Arrays.copyOfRange(whole, 10, 20));
        Response head = given().head(address);
        head.then().statusCode(200).header("Content-Length", equalTo(Integer.toString(whole.length)));
        given().header("If-None-Match", head.header("ETag")).get(address).then().statusCode(304);
    }

    /** By us, and by libraries of others; the rules of our linter were kept when it was signed. */
    private static void assertJudged(Badge badge) {
        verify(badge);
        byte[] json = given().get(badge.url() + ".json").asByteArray();
        byte[] jwt = given().get(badge.url() + ".jwt").asByteArray();
        URI base = URI.create(origin(badge));
        assertThat(Interop.verify(json, base)).hasToString("{\"verified\":true}");
        assertThat(Interop.verify(jwt, base)).hasToString("{\"verified\":true}");
        String other = new String(json, StandardCharsets.UTF_8).replaceFirst("(digestMultibase\":\"uEi)(.)", "$1_");
        assertThat(Interop.verify(other.getBytes(StandardCharsets.UTF_8), base)
                        .path("verified")
                        .asBoolean())
                .as("the digest is signed")
                .isFalse();
    }

    private static void verify(Badge badge) {
        given().contentType("application/vc")
                .body(badge.json().asByteArray())
                .post("/verify")
                .then()
                .body("verified", equalTo(true))
                .body("checks.outcome", not(hasItem("failed")));
    }

    @Test
    void who_agrees_to_nothing_shows_nothing_and_what_was_agreed_to_has_to_be_there() {
        Badge badge = Badge.showing("").awarded();
        badge.json().then().body("evidence", nullValue());
        badge.shown().then().statusCode(200).body("items", hasSize(0));

        Badge lacking = Badge.showing(
                ",\"showing\":{\"items\":[{\"part\":\"plans\",\"link\":\"https://video.example/other\"}]}");
        Calls.as(lacking.educator())
                .get(lacking.submission() + "/check")
                .then()
                .body("errors.pointer", hasItems("/statements/showing/items/0", "/statements/showing/copiesStay"))
                .body("showing.en", containsString("cannot be taken back"))
                .body("showing.es", containsString("no se puede retirar"));
        Calls.as(lacking.educator())
                .post(lacking.submission() + "/submit")
                .then()
                .statusCode(422)
                .body("errors", hasSize(2));
    }

    @Test
    void the_holder_closes_and_opens_it_and_the_badge_verifies_as_before() {
        Badge badge = Badge.showing(ALL).awarded();
        String address = badge.address(0);
        badge.shown()
                .then()
                .body("items.url", hasItem(address))
                .body("items.name", hasItem("My class, Year 7"))
                .body("items.access", equalTo(List.of("open", "open", "open", "open")));
        badge.change("closed");
        badge.shown().then().body("items.access", not(hasItem("open"))).body("items[0].closedAt", notNullValue());
        for (int i = 0; i < 4; i++) {
            given().get(badge.address(i))
                    .then()
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("type", equalTo("/problems#closed"))
                    .body("detail", containsString("Closed by the holder"));
        }
        given().header("Accept-Language", "es")
                .get(address)
                .then()
                .body("detail", containsString("La ha cerrado quien tiene la insignia"));
        given().accept("text/html")
                .header("Accept-Language", "es")
                .get(address)
                .then()
                .statusCode(403)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("Esta evidencia está cerrada"));
        verify(badge);
        Calls.admin()
                .get("/api/v1/issuers/" + badge.issuer() + "/events")
                .then()
                .body("items.type", hasItem("badge.evidence-closed"));
        badge.change("open");
        given().get(address).then().statusCode(200);
        assertNobodyElseMay(badge);
    }

    private static void assertNobodyElseMay(Badge badge) {
        String id = badge.shown().path("items[0].id");
        String other = AssessmentTest.educator();
        Calls.as(other).get(badge.path()).then().statusCode(404);
        Calls.as(other)
                .body("{\"access\":\"closed\"}")
                .patch(badge.path() + "/" + id)
                .then()
                .statusCode(404);
        Calls.as(badge.educator())
                .body("{\"access\":\"erased\"}")
                .patch(badge.path() + "/" + id)
                .then()
                .statusCode(422);
        Calls.as(badge.educator())
                .body("{\"access\":\"closed\"}")
                .patch(badge.path() + "/" + badge.award())
                .then()
                .statusCode(404);
        String address = badge.address(0);
        given().get(address.substring(0, address.length() - 3) + "AAA").then().statusCode(404);
        given().accept("text/html")
                .get(origin(badge) + "/evidence/none")
                .then()
                .statusCode(404)
                .body(containsString("There is nothing here"));
    }

    @Test
    void renewed_and_corrected_badges_keep_it_and_who_holds_the_new_one_closes_it() {
        Badge badge = Badge.showing(ALL).awarded();
        String renewed = Calls.admin()
                .post("/api/v1/awards/" + badge.award() + "/renew")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String url = Calls.admin().get("/api/v1/awards/" + renewed).path("credential.url");
        Badge newer = new Badge(badge.issuer(), badge.educator(), badge.submission(), renewed, url);
        newer.json().then().body("evidence", equalTo(badge.json().path("evidence")));
        verify(newer);
        newer.change("closed");
        badge.shown().then().body("items.access", hasItem("closed"));

        String email = People.email();
        Response corrected = Calls.admin()
                .body("{\"recipient\":{\"email\":\"" + email + "\"}}")
                .post("/api/v1/awards/" + renewed + "/correct");
        corrected.then().statusCode(201);
        String holder = Screenings.person("educator", email);
        Badge last = new Badge(
                badge.issuer(), holder, badge.submission(), corrected.path("id"), corrected.path("credential.url"));
        last.json().then().body("evidence", equalTo(badge.json().path("evidence")));
        last.change("open");
        given().get(last.address(0)).then().statusCode(200);
        newer.shown().then().body("items", hasSize(0));
    }

    @Test
    void what_is_erased_is_gone_and_the_badge_that_somebody_kept_verifies() {
        Badge badge = Badge.showing(ALL).awarded();
        String address = badge.address(2);
        byte[] kept = badge.json().asByteArray();
        Calls.as(badge.educator())
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        given().get(address).then().statusCode(410).body("detail", containsString("Erased"));
        given().accept("text/html").get(address).then().statusCode(410).body(containsString("was erased"));
        given().contentType("application/vc").body(kept).post("/verify").then().body("verified", equalTo(true));

        Badge other = Badge.showing(ALL).awarded();
        String text = other.address(0);
        String photograph = other.address(2);
        Calls.admin()
                .delete("/api/v1/recipients/"
                        + Calls.admin().get("/api/v1/awards/" + other.award()).path("recipient.id"))
                .then()
                .statusCode(204);
        given().get(text).then().statusCode(410);
        given().get(photograph).then().statusCode(410);
    }
}
