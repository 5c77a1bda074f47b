package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import java.util.concurrent.atomic.AtomicInteger;
import org.laurel.fixture.Calls;

/** What tests of people do again and again. */
final class People {
    static final String PASSWORD = "correct horse battery staple";
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    private People() {}

    static String joined(String issuer, String role) {
        String email = email();
        join(issuer, email, role);
        return signIn(email, PASSWORD);
    }

    static void join(String issuer, String email, String role) {
        use(
                        invite("/api/v1/issuers/" + issuer + "/members", email, role),
                        "{\"name\":\"Ada\",\"password\":\"" + PASSWORD + "\"}")
                .then()
                .statusCode(200);
    }

    static String invite(String path, String email, String role) {
        Response made = Calls.admin()
                .body("{\"email\":\"" + email + "\",\"role\":\"" + role + "\"}")
                .post(path);
        made.then().statusCode(201);
        return token(made);
    }

    static String token(Response made) {
        String link = made.then()
                .statusCode(201)
                .body("link", startsWith("http"))
                .extract()
                .path("link");
        return link.substring(link.indexOf("token=") + 6);
    }

    static Response use(String token, String more) {
        String rest = more.equals("{}") ? "}" : "," + more.substring(1);
        return given().contentType("application/json")
                .body("{\"token\":\"" + token + "\"" + rest)
                .post("/welcome");
    }

    static String signIn(String email, String password) {
        return given().contentType("application/json")
                .body("{\"email\":\"" + email + "\",\"password\":\"" + password + "\",\"token\":true}")
                .post("/sign-in")
                .then()
                .statusCode(201)
                .extract()
                .path("token");
    }

    static Response attempt(String email, String password) {
        return given().contentType("application/json")
                .body("{\"email\":\"" + email + "\",\"password\":\"" + password + "\"}")
                .post("/sign-in");
    }

    static String email() {
        return "person-" + PEOPLE.incrementAndGet() + "@example.org";
    }
}
