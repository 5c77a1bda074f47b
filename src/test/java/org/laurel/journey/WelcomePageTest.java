package org.laurel.journey;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** What a link shows before it is used, what using it does, and what it says when it can be used no more. */
@ServiceTest
class WelcomePageTest {

    @Test
    void an_invitation_says_what_it_is_for_and_looking_does_not_use_it() {
        String issuer = Calls.issuer("{}");
        String email = People.email();
        String token = invitation(issuer, email, "author");
        for (int i = 0; i < 2; i++) {
            Pages.get("/welcome?token=" + token, "")
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", equalTo("no-store"))
                    .header("Referrer-Policy", equalTo("no-referrer"))
                    .header("Access-Control-Allow-Origin", nullValue())
                    .body(allOf(containsString("Author"), containsString(email), containsString("name=\"password\"")));
        }
        Response begun =
                Pages.post("/welcome", "", Map.of("token", token, "name", "Grace", "password", People.PASSWORD));
        begun.then().header("Location", endsWith("/console"));
        Pages.get("/console", Pages.cookie(begun)).then().statusCode(200).body(containsString("Grace"));
        Pages.get("/welcome?token=" + token, "").then().statusCode(410).body(containsString("This link was used"));
    }

    @Test
    void every_fault_of_the_form_is_told_beside_its_field() {
        String email = People.email();
        String token = invitation(Calls.issuer("{}"), email, "author");
        Pages.post("/welcome", "", Map.of("token", token, "name", " ", "password", "short"))
                .then()
                .statusCode(422)
                .body(containsString("id=\"name-fault\">Enter the name"))
                .body(containsString("id=\"password-fault\">Choose at least 12"))
                .body(containsString("value=\"" + token + "\""));
        Pages.post("/welcome", "", Map.of("token", token, "name", "Grace", "password", email))
                .then()
                .statusCode(422)
                .body(containsString("something else than your name"))
                .body(containsString("value=\"Grace\""));
    }

    @Test
    void whose_address_is_known_has_only_to_accept_but_is_not_signed_in_by_that() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String token = invitation(Calls.issuer("{}"), email, "awarder");
        Pages.get("/welcome?token=" + token, "")
                .then()
                .statusCode(200)
                .body(containsString("The role goes to the account that has this address"))
                .body(not(containsString("type=\"password\"")));
        Pages.post("/welcome", "", Map.of("token", token))
                .then()
                .statusCode(303)
                .header("Set-Cookie", nullValue())
                .header("Location", endsWith("/sign-in?done=accepted"));
        Pages.get("/sign-in?done=accepted", "").then().body(containsString("The invitation is accepted."));
    }

    @Test
    void who_is_signed_in_accepts_for_another_address() {
        String email = People.email();
        String second = People.email();
        String issuer = Calls.issuer("{}");
        People.join(issuer, email, "author");
        String cookie = Pages.cookie(Pages.post("/sign-in", "", Map.of("email", email, "password", People.PASSWORD)));
        String token = invitation(issuer, second, "assessor");
        Pages.get("/welcome?token=" + token, cookie)
                .then()
                .statusCode(200)
                .body(containsString("which gets this address as well"))
                .body(containsString("Sign out first"));
        Pages.post("/welcome", cookie, Map.of("token", token))
                .then()
                .statusCode(303)
                .header("Location", endsWith("/console?done=accepted"));
        Pages.get("/console", cookie).then().body(allOf(containsString(second), containsString("Assessor")));
    }

    @Test
    void a_recovery_asks_for_a_password_alone_and_signs_in_with_it() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String session = People.signIn(email, People.PASSWORD);
        String id = Calls.as(session).get("/api/v1/people/me").path("id");
        String older = People.token(Calls.admin().post("/api/v1/people/" + id + "/recovery"));
        String token = People.token(Calls.admin().post("/api/v1/people/" + id + "/recovery"));
        Pages.get("/welcome?token=" + older, "").then().statusCode(410).body(containsString("There is a newer link"));
        Pages.get("/welcome?token=" + token, "")
                .then()
                .statusCode(200)
                .body(containsString("A new password"))
                .body(not(containsString("name=\"name\"")));
        String fresh = "another horse, another battery";
        Response done = Pages.post("/welcome", "", Map.of("token", token, "password", fresh));
        Pages.get("/console", Pages.cookie(done)).then().statusCode(200).body(containsString(email));
        Calls.as(session).get("/api/v1/people/me").then().statusCode(401);
        People.signIn(email, fresh);
    }

    @Test
    void a_link_that_was_taken_back_or_never_was_says_so() {
        String members = "/api/v1/issuers/" + Calls.issuer("{}") + "/members";
        Response made = Calls.admin()
                .body("{\"email\":\"" + People.email() + "\",\"role\":\"author\"}")
                .post(members);
        String token = People.token(made);
        Calls.admin().delete(members + "/invitations/" + made.path("id")).then().statusCode(204);
        Pages.get("/welcome?token=" + token, "").then().statusCode(410).body(containsString("was taken back"));
        Pages.post("/welcome", "", Map.of("token", token, "name", "N", "password", People.PASSWORD))
                .then()
                .statusCode(410)
                .body(containsString("was taken back"));
        Pages.get("/welcome?token=nonsense", "").then().statusCode(404).body(containsString("leads nowhere"));
        Pages.get("/welcome", "").then().statusCode(404).body(containsString("leads nowhere"));
    }

    private static String invitation(String issuer, String email, String role) {
        return People.invite("/api/v1/issuers/" + issuer + "/members", email, role);
    }
}
