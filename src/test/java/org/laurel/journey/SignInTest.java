package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** Signing in and out, and what happens to those who guess. */
@ServiceTest
class SignInTest {

    @Test
    void passwords_that_are_easy_to_guess_are_refused() {
        String issuer = Calls.issuer("{}");
        String email = People.email();
        String token = People.invite("/api/v1/issuers/" + issuer + "/members", email, "author");
        for (String weak : List.of("short", "aaaaaaaaaaaaaaa", email)) {
            People.use(token, "{\"name\":\"N\",\"password\":\"" + weak + "\"}")
                    .then()
                    .statusCode(422)
                    .body("errors[0].pointer", equalTo("/password"));
        }
        People.use(token, "{\"password\":\"" + People.PASSWORD + "\"}")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/name"));
    }

    @Test
    void wrong_passwords_make_wait_and_tell_nothing() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String unknown = People.email();
        for (String address : List.of(email, unknown)) {
            String said = null;
            for (int i = 0; i < 5; i++) {
                Response refused = People.attempt(address, "wrong wrong wrong");
                refused.then().statusCode(401);
                assertThat(said == null || said.equals(refused.path("detail"))).isTrue();
                said = refused.path("detail");
            }
            People.attempt(address, People.PASSWORD).then().statusCode(address.equals(email) ? 201 : 401);
        }
        for (int i = 0; i < 6; i++) {
            People.attempt(email, "wrong wrong wrong");
        }
        People.attempt(email, People.PASSWORD)
                .then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[0-9]+"))
                .body("detail", containsString("seconds"));
    }

    @Test
    void a_session_ends_when_it_is_ended() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String first = People.signIn(email, People.PASSWORD);
        String second = People.signIn(email, People.PASSWORD);
        Response mine = Calls.as(first).get("/api/v1/people/me/sessions");
        mine.then().body("items", hasSize(2)).body("items.current", hasItems(true, false));
        Calls.as(first).delete("/api/v1/people/me/sessions").then().statusCode(204);
        Calls.as(second).get("/api/v1/people/me").then().statusCode(401);
        Calls.as(first).get("/api/v1/people/me").then().statusCode(200);
        Calls.as(first).post("/sign-out").then().statusCode(204);
        Calls.as(first).get("/api/v1/people/me").then().statusCode(401);
    }

    @Test
    void a_cookie_changes_something_only_from_a_page_of_ours() {
        String email = People.email();
        String issuer = Calls.issuer("{}");
        People.join(issuer, email, "author");
        Response signedIn = given().contentType("application/json")
                .body("{\"email\":\"" + email + "\",\"password\":\"" + People.PASSWORD + "\"}")
                .post("/sign-in");
        signedIn.then()
                .statusCode(201)
                .body("token", nullValue())
                .header("Set-Cookie", containsString("HttpOnly"))
                .header("Set-Cookie", containsString("SameSite=Lax"));
        String cookie = signedIn.header("Set-Cookie").split(";")[0];
        String draft = "{\"name\":\"A\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"}}";
        String path = "/api/v1/issuers/" + issuer + "/achievements";
        given().header("Cookie", cookie).get("/api/v1/people/me").then().statusCode(200);
        given().header("Cookie", cookie)
                .header("Origin", "https://evil.example")
                .contentType("application/json")
                .body(draft)
                .post(path)
                .then()
                .statusCode(403)
                .body("detail", containsString("Origin"));
        given().header("Cookie", cookie)
                .contentType("application/json")
                .body(draft)
                .post(path)
                .then()
                .statusCode(403);
        given().header("Cookie", cookie)
                .header("Origin", "http://localhost:18081")
                .contentType("application/json")
                .body(draft)
                .post(path)
                .then()
                .statusCode(201);
    }

    @Test
    void a_new_password_ends_every_session() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String token = People.signIn(email, People.PASSWORD);
        Response me = Calls.as(token).get("/api/v1/people/me");
        String change = "{\"password\":{\"current\":\"%s\",\"replacement\":\"another horse, another battery\"}}";
        Calls.as(token)
                .body(change.formatted(People.PASSWORD))
                .patch("/api/v1/people/me")
                .then()
                .statusCode(428);
        Calls.as(token)
                .header("If-Match", me.header("ETag"))
                .body(change.formatted("not it at all"))
                .patch("/api/v1/people/me")
                .then()
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/password/current"));
        Calls.as(token)
                .header("If-Match", me.header("ETag"))
                .body(change.formatted(People.PASSWORD))
                .patch("/api/v1/people/me")
                .then()
                .statusCode(200);
        Calls.as(token).get("/api/v1/people/me").then().statusCode(401);
        People.attempt(email, People.PASSWORD).then().statusCode(401);
        assertThat(People.signIn(email, "another horse, another battery")).isNotEmpty();
    }

    @Test
    void a_recovery_link_sets_a_password_once() {
        String email = People.email();
        String id = Calls.admin()
                .body("{\"name\":\"Grace\",\"email\":\"" + email + "\"}")
                .post("/api/v1/people")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(id).startsWith("0-");
        People.attempt(email, People.PASSWORD).then().statusCode(401);
        String first = People.token(Calls.admin().post("/api/v1/people/" + id + "/recovery"));
        String second = People.token(Calls.admin().post("/api/v1/people/" + id + "/recovery"));
        String body = "{\"password\":\"" + People.PASSWORD + "\"}";
        People.use(first, body).then().statusCode(404);
        People.use(second, body).then().statusCode(200);
        People.use(second, body).then().statusCode(404);
        assertThat(People.signIn(email, People.PASSWORD)).isNotEmpty();
        Calls.admin()
                .body("{\"name\":\"G\",\"email\":\"" + email + "\"}")
                .post("/api/v1/people")
                .then()
                .statusCode(409);
    }
}
