package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** The pages for awarding from a file: who may, from where, once only, and what is said when it cannot be. */
@ServiceTest
class BatchPagesTest {
    private static final String GOOD = "email\nada@example.org\nbo@example.org\n";

    private static final String ODD =
            "Correo electrónico;Vence el;Nota interna\nada@example.org;2030-06-30;x\nbo@example.org;;y\nnobody;;z\n";

    private String issuer;
    private String achievement;
    private String clerk;

    @BeforeEach
    void prepare() {
        issuer = Calls.issuer("{}");
        achievement = Calls.published(issuer);
        clerk = signedIn(issuer, "awarder");
    }

    private static String signedIn(String issuer, String role) {
        String email = People.email();
        People.join(issuer, email, role);
        return Pages.cookie(
                Pages.post("/sign-in", "", Map.of("email", email, "password", People.PASSWORD, "next", "/console")));
    }

    @Test
    void the_console_leads_there_whoever_may_award() {
        Pages.get("/console", clerk).then().body(containsString("href=\"/console/issuers/" + issuer + "/batches\""));
        Pages.get("/console", signedIn(issuer, "author")).then().body(not(containsString("/batches")));
        Pages.get(list(), clerk)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("Nothing has been awarded from a file yet"))
                .body(containsString(list() + "/new"));
        Pages.get(list() + "/new", clerk)
                .then()
                .statusCode(200)
                .body(containsString("value=\"" + achievement + "\""))
                .body(containsString("a million rows and 1 GiB"));
    }

    @Test
    void whoever_may_not_award_is_told_so_and_others_find_nothing() {
        String batch = handedIn(GOOD);
        String author = signedIn(issuer, "author");
        String stranger = signedIn(Calls.issuer("{}"), "owner");
        for (String path : List.of(list(), list() + "/new", batch)) {
            Pages.get(path, author).then().statusCode(403).body(containsString("You may not award here"));
            Pages.get(path, stranger).then().statusCode(404).body(containsString("There is nothing here"));
            Pages.get(path, "").then().statusCode(303).header("Location", endsWith("/sign-in?next=" + path));
        }
        for (String act : List.of("pause", "resume", "cancel", "again", "award", "revoke", "undo")) {
            Map<String, String> form = Map.of("reason", "r", "awarded", "0", "valid", "2");
            Pages.post(batch + "/" + act, author, form).then().statusCode(403);
            Pages.post(batch + "/" + act, stranger, form).then().statusCode(404);
            Pages.post(batch + "/" + act, "", form).then().statusCode(303);
        }
        upload(author, Pages.ORIGIN, "k", GOOD).then().statusCode(403).body(containsString("You may not award here"));
        upload(stranger, Pages.ORIGIN, "k", GOOD).then().statusCode(404).body(containsString("There is nothing here"));
        upload("none=1", Pages.ORIGIN, "k", GOOD)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?next=" + list() + "/new"));
        Pages.get("/console/batches/1-aaaaaaaaaaaaaaaaaaaaaaaaaa", clerk).then().statusCode(404);
        Pages.get("/console/issuers/no-such/batches", clerk).then().statusCode(404);
        assertThat(batches()).hasSize(1);
    }

    @Test
    void a_page_of_somebody_else_changes_nothing() {
        String batch = handedIn(GOOD);
        upload(clerk, "https://evil.example", "k", GOOD)
                .then()
                .statusCode(403)
                .body(containsString("Nothing was done"));
        upload(clerk, null, "k", GOOD).then().statusCode(403);
        for (String act : List.of("pause", "resume", "cancel", "again", "award", "revoke", "undo")) {
            given().redirects()
                    .follow(false)
                    .header("Cookie", clerk)
                    .header("Origin", "https://evil.example")
                    .header("Accept", "text/html")
                    .formParams(Map.of("valid", "2", "reason", "r", "awarded", "0"))
                    .post(batch + "/" + act)
                    .then()
                    .statusCode(403)
                    .body(containsString("Nothing was done"));
        }
        assertThat(batches()).hasSize(1);
    }

    @Test
    void a_form_sent_twice_is_one_batch_and_another_file_is_another() {
        String first = batch(upload(clerk, Pages.ORIGIN, "the-key", GOOD));
        assertThat(batch(upload(clerk, Pages.ORIGIN, "the-key", GOOD))).isEqualTo(first);
        assertThat(batches()).hasSize(1);
        assertThat(batch(upload(clerk, Pages.ORIGIN, "the-key", GOOD + "cy@example.org\n")))
                .isNotEqualTo(first);
        assertThat(batch(upload(clerk, Pages.ORIGIN, "another", GOOD))).isNotEqualTo(first);
        assertThat(batches()).hasSize(3);
    }

    @Test
    void columns_are_told_and_rows_looked_at() {
        String batch = handedIn(ODD);
        Pages.get(batch, clerk)
                .then()
                .statusCode(200)
                .body(allOf(
                        containsString("Columns to be told"),
                        containsString("for instance: <span class=\"long\">ada@example.org</span>"),
                        containsString("<option value=\"recipient.email\" selected>"),
                        not(containsString(batch + "/award"))));
        Map<String, String> twice = Map.of("column-0", "recipient.email", "column-1", "recipient.email");
        Pages.post(batch + "/again", clerk, twice)
                .then()
                .statusCode(422)
                .body(containsString("two columns are for the same"));
        done(Pages.post(batch + "/again", clerk, told()), "again");
        until(batch, page -> page.contains("Looked at, not awarded"))
                .then()
                .body(containsString("until June 30, 2030"))
                .body(containsString("<b>Correo electrónico</b> “nobody”: <span>is no e-mail address"))
                .body(containsString("Award 2 badges"));
        spanish(batch)
                .body(containsString("Otorgar 2 insignias"))
                .body(containsString("no es un correo como"))
                .body(containsString("30 de junio de 2030"));
    }

    private Map<String, String> told() {
        return Map.of(
                "column-0",
                "recipient.email",
                "column-1",
                "validUntil",
                "column-2",
                "-",
                "achievement",
                achievement,
                "mode",
                "valid");
    }

    @Test
    void what_was_looked_at_is_awarded_once() {
        String batch = handedIn(ODD);
        done(Pages.post(batch + "/again", clerk, told()), "again");
        until(batch, page -> page.contains("Award 2 badges"));
        Pages.post(batch + "/award", clerk, Map.of("valid", "3"))
                .then()
                .statusCode(409)
                .body(containsString("it stands differently by now"));
        done(Pages.post(batch + "/award", clerk, Map.of("valid", "2")), "begun");
        Pages.post(batch + "/award", clerk, Map.of("valid", "2")).then().statusCode(409);
        until(batch, page -> page.contains("<strong>Done</strong>"))
                .then()
                .body(containsString("See the badge: ada@example.org"))
                .body(containsString("results?state=failed&amp;as=csv"));
        Pages.get(batch + "?state=failed", clerk)
                .then()
                .body(containsString("nobody"))
                .body(not(containsString("See the badge")));
        Pages.post(batch + "/pause", clerk, Map.of()).then().statusCode(409);
        Pages.post(batch + "/again", clerk, told()).then().statusCode(409);
        Pages.get(list(), clerk).then().body(containsString("2 awarded")).body(containsString("roster.csv"));
    }

    @Test
    void what_was_awarded_is_taken_back_only_by_its_number_and_with_a_reason() {
        String batch = handedIn(GOOD);
        until(batch, page -> page.contains("Award 2 badges"));
        done(Pages.post(batch + "/award", clerk, Map.of("valid", "2")), "begun");
        until(batch, page -> page.contains("Take 2 badges back"));
        Pages.post(batch + "/revoke", clerk, Map.of("awarded", "3", "reason", "the wrong file"))
                .then()
                .statusCode(409)
                .body(containsString("That is not the number of badges"))
                .body(containsString("value=\"the wrong file\""));
        Pages.post(batch + "/revoke", clerk, Map.of("awarded", "2", "reason", " "))
                .then()
                .statusCode(422)
                .body(containsString("Say why"))
                .body(containsString("value=\"2\""));
        done(Pages.post(batch + "/revoke", clerk, Map.of("awarded", "2", "reason", "the wrong file")), "planned");
        Pages.get(batch, clerk)
                .then()
                .body(containsString("Will be taken back"))
                .body(containsString("in 5 minutes"))
                .body(containsString(batch + "/undo"));
        done(Pages.post(batch + "/undo", clerk, Map.of()), "undone");
        Pages.get(batch, clerk).then().body(containsString("<strong>Done</strong>"));
    }

    @Test
    void a_file_that_cannot_be_read_is_told_in_words_and_leaves_nothing() {
        byte[] latin = "email\nandrés@example.org\n".getBytes(StandardCharsets.ISO_8859_1);
        form(clerk, Pages.ORIGIN, "k")
                .multiPart("duplicates", "fail")
                .multiPart("file", "roster.csv", latin, "text/csv")
                .post(list())
                .then()
                .statusCode(400)
                .body(containsString("CSV UTF-8"))
                .body(containsString("id=\"duplicates-fail\" name=\"duplicates\" value=\"fail\" checked"));
        form(clerk, Pages.ORIGIN, "k")
                .header("Accept-Language", "es")
                .multiPart("file", "", new byte[0], "application/octet-stream")
                .post(list())
                .then()
                .statusCode(422)
                .body(containsString("Primero elija un archivo"));
        upload(clerk, Pages.ORIGIN, "k", "email\n\"never closed\n")
                .then()
                .statusCode(400)
                .body(containsString("Row 2"));
        upload(clerk, Pages.ORIGIN, "k", "email\n").then().statusCode(422).body(containsString("no row below"));
        assertThat(batches()).isEmpty();
    }

    private String list() {
        return "/console/issuers/" + issuer + "/batches";
    }

    private List<String> batches() {
        return Calls.admin().get("/api/v1/issuers/" + issuer + "/batches").path("items.id");
    }

    private String handedIn(String csv) {
        return batch(upload(clerk, Pages.ORIGIN, "key-" + csv.length(), csv));
    }

    private static String batch(Response uploaded) {
        String address = uploaded.then().statusCode(303).extract().header("Location");
        return address.substring(Pages.ORIGIN.length());
    }

    private Response upload(String cookie, @Nullable String origin, String key, String csv) {
        return form(cookie, origin, key)
                .multiPart("file", "roster.csv", csv.getBytes(StandardCharsets.UTF_8), "text/csv")
                .multiPart("achievement", achievement) // fields may come after the file
                .post(list());
    }

    private static RequestSpecification form(String cookie, @Nullable String origin, String key) {
        RequestSpecification form = given().redirects()
                .follow(false)
                .header("Cookie", cookie)
                .header("Accept", "text/html,*/*;q=0.8")
                .multiPart("key", key);
        return origin == null ? form : form.header("Origin", origin);
    }

    private static void done(Response response, String what) {
        response.then().statusCode(303).header("Location", endsWith("?done=" + what));
    }

    private io.restassured.response.ValidatableResponse spanish(String path) {
        return given().header("Cookie", clerk)
                .header("Accept", "text/html")
                .header("Accept-Language", "es-MX")
                .get(path)
                .then();
    }

    private Response until(String path, Predicate<String> wanted) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (System.nanoTime() < end) {
            Response page = Pages.get(path, clerk);
            if (wanted.test(page.asString())) {
                return page;
            }
        }
        throw new AssertionError(Pages.get(path, clerk).asString());
    }
}
