package org.laurel.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** People: invited, signed in, with roles here and there, and shown the door. */
@ServiceTest
class PeopleTest {

    @Test
    void whoever_uses_an_invitation_has_its_role_and_no_other() {
        String issuer = Calls.issuer("{}");
        String other = Calls.issuer("{}");
        String author = People.joined(issuer, "author");

        Calls.as(author).get("/api/v1/issuers").then().statusCode(200).body("items.slug", equalTo(List.of(issuer)));
        Calls.as(author)
                .body("{\"name\":\"A\",\"description\":\"D\",\"criteria\":{\"narrative\":\"C\"}}")
                .post("/api/v1/issuers/" + issuer + "/achievements")
                .then()
                .statusCode(201);
        Calls.as(author)
                .get("/api/v1/issuers/" + issuer + "/awards")
                .then()
                .statusCode(403)
                .body("detail", containsString("award:read"));
        Calls.as(author).get("/api/v1/issuers/" + other).then().statusCode(404);
        Calls.as(author).get("/api/v1/people").then().statusCode(403);
        Calls.as(author).get("/api/v1/people/me").then().statusCode(200).body("roles.role", equalTo(List.of("author")));
    }

    @Test
    void one_person_may_be_several_things_in_several_places() {
        String first = Calls.issuer("{}");
        String second = Calls.issuer("{}");
        String email = People.email();
        People.join(first, email, "owner");
        String token = People.signIn(email, People.PASSWORD);
        // the address is known: the role goes to the account, without name or password
        People.use(People.invite("/api/v1/issuers/" + second + "/members", email, "awarder"), "{}")
                .then()
                .statusCode(200);

        Calls.as(token)
                .get("/api/v1/people/me")
                .then()
                .body("roles.role", hasItems("owner", "awarder"))
                .body("roles", hasSize(2));
        Calls.as(token).get("/api/v1/issuers/" + second + "/awards").then().statusCode(200);
        Calls.as(token)
                .body("{\"algorithm\":\"RS256\"}")
                .post("/api/v1/issuers/" + second + "/keys")
                .then()
                .statusCode(403);
        Calls.as(token).get("/api/v1/issuers/" + first + "/members").then().statusCode(200);
        Calls.as(token)
                .get("/api/v1/issuers/" + first + "/members")
                .then()
                .body("items.roles", equalTo(List.of(List.of("owner"))));
    }

    @Test
    void who_is_signed_in_and_uses_a_link_has_proven_another_address() {
        String issuer = Calls.issuer("{}");
        String email = People.email();
        People.join(issuer, email, "author");
        String token = People.signIn(email, People.PASSWORD);
        String second = People.email();
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"token\":\"" + People.invite("/api/v1/issuers/" + issuer + "/members", second, "assessor")
                        + "\"}")
                .post("/welcome")
                .then()
                .statusCode(200);
        Calls.as(token).get("/api/v1/people/me").then().body("emails", equalTo(List.of(email, second)));
        assertThat(People.signIn(second, People.PASSWORD)).isNotEmpty();
    }

    @Test
    void an_invitation_works_once_whoever_is_faster() throws Exception {
        String issuer = Calls.issuer("{}");
        String token = People.invite("/api/v1/issuers/" + issuer + "/members", People.email(), "author");
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> attempts = java.util.stream.IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(
                        i -> () -> People.use(token, "{\"name\":\"N\",\"password\":\"" + People.PASSWORD + "\"}")
                                .statusCode())
                .toList();
        int won = 0;
        for (Future<Integer> one : pool.invokeAll(attempts)) {
            int status = one.get();
            assertThat(status).isIn(200, 404, 409);
            won += status == 200 ? 1 : 0;
        }
        pool.shutdown();
        assertThat(won).isEqualTo(1);
        Calls.admin().get("/api/v1/issuers/" + issuer + "/members").then().body("items", hasSize(1));
    }

    @Test
    void an_invitation_that_was_taken_back_lets_nobody_in() {
        String issuer = Calls.issuer("{}");
        String members = "/api/v1/issuers/" + issuer + "/members";
        Response made = Calls.admin()
                .body("{\"email\":\"" + People.email() + "\",\"role\":\"author\"}")
                .post(members);
        made.then().statusCode(201).body("link", containsString("/welcome?token="));
        Calls.admin()
                .get(members + "/invitations")
                .then()
                .body("items.id", equalTo(List.of(made.<String>path("id"))))
                .body("items[0].link", nullValue());
        Calls.admin().delete(members + "/invitations/" + made.path("id")).then().statusCode(204);
        People.use(People.token(made), "{\"name\":\"N\",\"password\":\"" + People.PASSWORD + "\"}")
                .then()
                .statusCode(404);
        Calls.admin().delete(members + "/invitations/" + made.path("id")).then().statusCode(404);
    }

    @Test
    void a_name_may_change_and_a_stale_change_is_refused() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String token = People.signIn(email, People.PASSWORD);
        String tag = Calls.as(token).get("/api/v1/people/me").header("ETag");
        Calls.as(token)
                .header("If-Match", tag)
                .body("{\"name\":\"Ada King\"}")
                .patch("/api/v1/people/me")
                .then()
                .statusCode(200)
                .body("name", equalTo("Ada King"));
        Calls.as(token)
                .header("If-Match", tag)
                .body("{\"name\":\"Ada\"}")
                .patch("/api/v1/people/me")
                .then()
                .statusCode(412);
    }

    @Test
    void two_accounts_become_one() {
        String issuer = Calls.issuer("{}");
        String other = Calls.issuer("{}");
        String old = People.email();
        String young = People.email();
        People.join(issuer, old, "author");
        People.join(other, young, "awarder");
        String oldToken = People.signIn(old, People.PASSWORD);
        String from = Calls.as(oldToken).get("/api/v1/people/me").path("id");
        String youngToken = People.signIn(young, People.PASSWORD);
        String into = Calls.as(youngToken).get("/api/v1/people/me").path("id");
        Calls.admin()
                .body("{\"into\":\"" + into + "\"}")
                .post("/api/v1/people/" + from + "/merge")
                .then()
                .statusCode(200)
                .body("emails", hasItems(old, young))
                .body("roles.role", hasItems("author", "awarder"));
        Calls.as(oldToken).get("/api/v1/people/me").then().statusCode(401);
        Calls.as(youngToken)
                .get("/api/v1/issuers/" + issuer + "/achievements")
                .then()
                .statusCode(200);
        Calls.admin().get("/api/v1/people/" + from).then().body("state", equalTo("merged"));
        Calls.admin()
                .body("{\"into\":\"" + into + "\"}")
                .post("/api/v1/people/" + into + "/merge")
                .then()
                .statusCode(409);
    }

    @Test
    void a_role_that_was_taken_away_is_gone_at_once_but_an_owner_is_left() {
        String issuer = Calls.issuer("{}");
        String owner = People.joined(issuer, "owner");
        String id = Calls.as(owner).get("/api/v1/people/me").path("id");
        String members = "/api/v1/issuers/" + issuer + "/members/";
        Calls.as(owner).delete(members + id + "/roles/owner").then().statusCode(409);
        Calls.as(owner).delete(members + id + "/roles/author").then().statusCode(404);
        People.joined(issuer, "owner");
        Calls.as(owner).delete(members + id + "/roles/owner").then().statusCode(204);
        Calls.as(owner).get("/api/v1/issuers/" + issuer).then().statusCode(403);
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItems("member.invited", "member.added", "member.removed"));
    }

    @Test
    void a_role_in_the_programme_counts_everywhere() {
        String issuer = Calls.issuer("{}");
        String email = People.email();
        People.use(
                        People.invite("/api/v1/people/invitations", email, "reviewer"),
                        "{\"name\":\"R\",\"password\":\"" + People.PASSWORD + "\"}")
                .then()
                .statusCode(200);
        String token = People.signIn(email, People.PASSWORD);
        Calls.as(token)
                .get("/api/v1/issuers/" + issuer + "/achievements")
                .then()
                .statusCode(200);
        Calls.as(token).get("/api/v1/issuers/" + issuer + "/awards").then().statusCode(403);
        String id = Calls.as(token).get("/api/v1/people/me").path("id");
        Calls.admin().delete("/api/v1/people/" + id + "/roles/reviewer").then().statusCode(204);
        Calls.as(token)
                .get("/api/v1/issuers/" + issuer + "/achievements")
                .then()
                .statusCode(403);
        Calls.admin()
                .body("{\"email\":\"" + People.email() + "\",\"role\":\"owner\"}")
                .post("/api/v1/people/invitations")
                .then()
                .statusCode(422)
                .body("errors[0].detail", containsString("administrator, screener, reviewer"));
    }

    @Test
    void who_erases_themselves_is_gone() {
        String email = People.email();
        People.join(Calls.issuer("{}"), email, "author");
        String token = People.signIn(email, People.PASSWORD);
        Calls.as(token)
                .get("/api/v1/people/me/export")
                .then()
                .statusCode(200)
                .body("account.emails", equalTo(List.of(email)))
                .body("sessions", hasSize(1));
        String id = Calls.as(token).get("/api/v1/people/me").path("id");
        Calls.as(token)
                .body("{\"password\":\"nope nope nope\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(422);
        Calls.as(token)
                .body("{\"password\":\"" + People.PASSWORD + "\"}")
                .post("/api/v1/people/me/erasure")
                .then()
                .statusCode(204);
        Calls.as(token).get("/api/v1/people/me").then().statusCode(401);
        People.attempt(email, People.PASSWORD).then().statusCode(401);
        Calls.admin()
                .get("/api/v1/people/" + id)
                .then()
                .body("state", equalTo("erased"))
                .body("name", equalTo(""))
                .body("emails", hasSize(0));
    }
}
