package org.laurel.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.ServiceTest;

/** The Idempotency-Key: once, whatever happens. */
@ServiceTest
class OnceOnlyTest {

    @Test
    void the_same_call_gets_its_first_answer_again() {
        String issuer = Calls.issuer("{}");
        String body = body(Calls.published(issuer), "a");
        Response first = call(issuer, body, "\"key-1\"");
        Response again = call(issuer, body, "key-1");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.asString()).isEqualTo(first.asString());
    }

    @Test
    void another_body_under_the_same_key_is_refused() {
        String issuer = Calls.issuer("{}");
        String achievement = Calls.published(issuer);
        call(issuer, body(achievement, "a"), "key-2");
        Response other = call(issuer, body(achievement, "b"), "key-2");
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.<String>path("type")).isEqualTo("/problems#key-reused");
    }

    @Test
    void a_refusal_is_given_again_too() {
        String issuer = Calls.issuer("{}");
        String body = body(Calls.draft(issuer), "a");
        assertThat(call(issuer, body, "key-3").statusCode()).isEqualTo(422);
        Response again = call(issuer, body, "key-3");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    }

    @Test
    void sixteen_at_once_make_one_award() throws Exception {
        String issuer = Calls.issuer("{}");
        String body = body(Calls.published(issuer), "a");
        ExecutorService threads = Executors.newFixedThreadPool(16);
        List<Future<Response>> calls = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            calls.add(threads.submit(() -> call(issuer, body, "key-4")));
        }
        for (Future<Response> call : calls) {
            assertThat(call.get().statusCode()).as(call.get().asString()).isIn(201, 409);
        }
        threads.shutdown();
        int awards = Calls.admin().get("/api/v1/issuers/" + issuer + "/awards").path("items.size()");
        assertThat(awards).isEqualTo(1);
    }

    @Test
    void keys_of_different_tenants_do_not_meet() {
        List<String> awards = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String issuer = Calls.issuer("{}");
            String body = body(Calls.published(issuer), "a");
            String token = Calls.client(issuer, List.of("award:create"));
            Response made = Calls.as(token)
                    .header("Idempotency-Key", "key-of-two")
                    .body(body)
                    .post("/api/v1/issuers/" + issuer + "/awards");
            assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
            assertThat(made.header("Idempotent-Replayed")).isNull();
            awards.add(made.path("id"));
        }
        assertThat(awards).doesNotHaveDuplicates();
    }

    @Test
    void a_kept_answer_about_an_erased_person_is_gone_with_them() {
        String issuer = Calls.issuer("{}");
        String body = body(Calls.published(issuer), "a");
        Response first = call(issuer, body, "key-erased");
        Calls.admin()
                .delete("/api/v1/recipients/" + first.path("recipient.id"))
                .then()
                .statusCode(204);
        Response again = call(issuer, body, "key-erased");
        assertThat(again.asString()).doesNotContain("a@example.org");
        assertThat(again.statusCode()).isEqualTo(410);
    }

    @Test
    void an_external_id_is_taken_once() {
        String issuer = Calls.issuer("{}");
        String body = body(Calls.published(issuer), "same");
        assertThat(call(issuer, body, "key-5").statusCode()).isEqualTo(201);
        Response second = call(issuer, body, "key-6");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.<String>path("errors[0].pointer")).isEqualTo("/externalId");
    }

    private static Response call(String issuer, String body, String key) {
        return Calls.admin().header("Idempotency-Key", key).body(body).post("/api/v1/issuers/" + issuer + "/awards");
    }

    private static String body(String achievement, String externalId) {
        return "{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"a@example.org\"},\"externalId\":\""
                + externalId + "\"}";
    }
}
