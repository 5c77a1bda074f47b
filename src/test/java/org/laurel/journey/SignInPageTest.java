package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Signing in and out by form, and one's own page. */
@ServiceTest
class SignInPageTest {

    @Test
    void the_form_signs_in_and_leads_on() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        Pages.get("/sign-in", "")
                .then()
                .statusCode(200)
                .body(containsString("<form method=\"post\" action=\"/sign-in\""));
        Response entered = enter(email, People.PASSWORD, "/console?done=ended");
        entered.then()
                .statusCode(303)
                .header("Location", equalTo(Pages.ORIGIN + "/console?done=ended"))
                .header("Set-Cookie", allOf(containsString("HttpOnly"), containsString("SameSite=Lax")));
        String cookie = Pages.cookie(entered);
        Pages.get("/console", cookie)
                .then()
                .statusCode(200)
                .body(containsString(email))
                .body(containsString("Author"))
                .header("Cache-Control", equalTo("no-store"))
                .header("Access-Control-Allow-Origin", nullValue())
                .header(
                        "Content-Security-Policy",
                        allOf(containsString("frame-ancestors 'none'"), containsString("connect-src 'self'")));
        Pages.get("/sign-in?next=/verify", cookie)
                .then()
                .statusCode(303)
                .header("Location", equalTo(Pages.ORIGIN + "/verify"));
    }

    @Test
    void where_no_provider_is_set_nothing_of_it_is_there() {
        Pages.get("/sign-in", "").then().statusCode(200).body(not(containsString("/sign-in/oidc")));
        Pages.get("/sign-in/oidc?next=/console", "").then().statusCode(404).header("Set-Cookie", nullValue());
        Pages.get("/sign-in/oidc/callback?code=a&state=b", "").then().statusCode(404);
    }

    @Test
    void nobody_is_led_to_a_page_of_somebody_else() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        for (String next : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            enter(email, People.PASSWORD, next)
                    .then()
                    .statusCode(303)
                    .header("Location", equalTo(Pages.ORIGIN + "/console"));
            Pages.get("/sign-in?next=" + next.replace("\\", "%5C"), "").then().body(not(containsString("evil")));
        }
    }

    @Test
    void faults_stand_beside_their_fields_in_the_readers_language() {
        given().header("Origin", Pages.ORIGIN)
                .header("Accept-Language", "es")
                .formParams(Map.of("email", "ada\"><b>", "password", ""))
                .post("/sign-in")
                .then()
                .statusCode(422)
                .header("Content-Language", equalTo("es"))
                .header("Cache-Control", equalTo("no-store"))
                .body(containsString("id=\"email-fault\">Escriba una dirección"))
                .body(containsString("id=\"password-fault\">Escriba su contraseña"))
                .body(containsString("ada&quot;&gt;&lt;b&gt;"));
    }

    @Test
    void wrong_passwords_are_told_and_then_when_to_come_again() {
        String email = People.email();
        for (int i = 0; i < 6; i++) {
            enter(email, "wrong wrong wrong", "/console")
                    .then()
                    .statusCode(401)
                    .body(containsString("is not right"))
                    .body(containsString("value=\"" + email + "\""))
                    .body(not(containsString("wrong wrong")));
        }
        enter(email, "wrong wrong wrong", "/console")
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[0-9]+"))
                .body(matchesPattern("(?s).*Try again in \\d+ seconds\\..*"));
    }

    @Test
    void a_form_of_somebody_else_signs_nobody_in_or_out() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String cookie = Pages.cookie(enter(email, People.PASSWORD, "/console"));
        for (String path : new String[] {"/sign-in", "/sign-out", "/welcome", "/console/sessions/end-others"}) {
            given().redirects()
                    .follow(false)
                    .header("Origin", "https://evil.example")
                    .header("Cookie", cookie)
                    .formParams(Map.of("email", email, "password", People.PASSWORD))
                    .post(path)
                    .then()
                    .statusCode(403)
                    .header("Set-Cookie", nullValue())
                    .body(containsString("was not sent by a page of ours"));
        }
        Pages.get("/console", cookie).then().statusCode(200);
    }

    @Test
    void no_token_outlives_a_sign_in_or_a_sign_out() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String first = Pages.cookie(enter(email, People.PASSWORD, "/console"));
        String second = Pages.cookie(
                Pages.post("/sign-in", first, Map.of("email", email, "password", People.PASSWORD, "next", "/console")));
        assertThat(second).isNotEqualTo(first);
        Pages.get("/console", first).then().statusCode(303).header("Location", endsWith("/sign-in?next=/console"));
        Pages.get("/sign-out", second).then().statusCode(200).body(containsString("You are signed in as"));
        Pages.post("/sign-out", second, Map.of())
                .then()
                .statusCode(303)
                .header("Set-Cookie", containsString("Max-Age=0"))
                .header("Location", endsWith("/sign-out"));
        Pages.get("/sign-out", second).then().statusCode(200).body(containsString("You are signed out"));
        Pages.get("/console", second).then().statusCode(303);
    }

    @Test
    void sessions_are_listed_and_ended_one_by_one_or_all_but_this() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String here = Pages.cookie(enter(email, People.PASSWORD, "/console"));
        String there = Pages.cookie(enter(email, People.PASSWORD, "/console"));
        String elsewhere = Pages.cookie(enter(email, People.PASSWORD, "/console"));
        String page = Pages.get("/console", here).asString();
        assertThat(page.split("/console/sessions/[^/]+/end\"", -1)).hasSize(3);
        String path = page.replaceAll("(?s).*?\"(/console/sessions/0-[^/]+/end)\".*", "$1");
        Pages.post(path, here, Map.of()).then().statusCode(303).header("Location", endsWith("/console?done=ended"));
        assertThat(Pages.get("/console", there).statusCode()
                        + Pages.get("/console", elsewhere).statusCode())
                .isEqualTo(200 + 303);
        Pages.post("/console/sessions/end-others", here, Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/console?done=others"));
        Pages.get("/console", there).then().statusCode(303);
        Pages.get("/console?done=others", here)
                .then()
                .statusCode(200)
                .body(containsString("All other sessions are ended."))
                .body(containsString("You are signed in nowhere else."));
        Pages.post("/console/sessions/end-others", there, Map.of())
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sign-in?next=/console"));
    }

    private static Response enter(String email, String password, String next) {
        return Pages.post("/sign-in", "", Map.of("email", email, "password", password, "next", next));
    }
}
