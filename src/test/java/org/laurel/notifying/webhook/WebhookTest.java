package org.laurel.notifying.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.Interop;
import org.laurel.fixture.Receiver;
import org.laurel.fixture.ServiceTest;

/** Webhooks against a server of this machine: signed, again until they are heard, and of harm to nobody else. */
@ServiceTest
@TestProfile(Receiver.Allowed.class)
class WebhookTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Pool pool;
    private String issuer;
    private String achievement;
    private String webhooks;
    private Receiver receiver;

    @Inject
    WebhookTest(Pool pool) {
        this.pool = pool;
    }

    @BeforeEach
    void listen() throws Exception {
        issuer = Calls.issuer("{}");
        achievement = Calls.published(issuer);
        webhooks = "/api/v1/issuers/" + issuer + "/webhooks";
        receiver = new Receiver();
    }

    @AfterEach
    void hang_up() throws Exception {
        receiver.close();
        done(() -> pool.query("update webhook set state = 'removed'").execute());
    }

    @Test
    void what_happens_is_told_by_ids_alone_and_signed_as_the_receivers_library_wants_it() throws IOException {
        Response made = create("/all", "");
        Response award = Calls.award(issuer, achievement);
        Receiver.Heard awarded = receiver.at("/all", 1).get(0);
        JsonNode body = JSON.readTree(awarded.body());
        assertThat(body.path("type").asText()).isEqualTo("credential.awarded");
        assertThat(body.path("timestamp").asText()).matches("\\d{4}-.*Z");
        assertThat(body.path("data").path("subject").asText()).isEqualTo(award.path("id"));
        assertThat(awarded.body()).doesNotContain("ada@example.org", "administrator");
        String secret = made.path("secret");
        assertThat(Interop.webhook(secret, awarded.headers(), awarded.body())
                        .path("verified")
                        .asBoolean())
                .isTrue();
        assertThat(Interop.webhook(secret, awarded.headers(), awarded.body() + " ")
                        .path("verified")
                        .asBoolean())
                .isFalse();
        until(made, page -> page.<List<String>>path("items.state").stream().allMatch("delivered"::equals))
                .then()
                .body("items.status", everyItem(equalTo(204)));
    }

    @Test
    void only_the_types_that_are_wanted_are_told() {
        create("/revoked", ",\"types\":[\"credential.revoked\"]");
        create("/credentials", ",\"types\":[\"credential.*\"]");
        Response award = Calls.award(issuer, achievement);
        Calls.admin()
                .body(Map.of("reason", "Wrong person"))
                .post("/api/v1/awards/" + award.path("id") + "/revoke")
                .then()
                .statusCode(200);
        receiver.at("/credentials", 2);
        assertThat(receiver.at("/revoked", 1))
                .hasSize(1)
                .allMatch(one ->
                        one.body().contains("credential.revoked") && !one.body().contains("Wrong"));
    }

    @Test
    void while_a_secret_is_replaced_both_are_good() {
        Response made = create("/rotated", ",\"types\":[\"credential.awarded\"]");
        Response rotated = Calls.admin().post(webhooks + "/" + made.path("id") + "/rotate");
        rotated.then().statusCode(200).body("secret", startsWith("whsec_"));
        Calls.award(issuer, achievement);
        Receiver.Heard heard = receiver.at("/rotated", 1).get(0);
        for (Response one : List.of(made, rotated)) {
            assertThat(Interop.webhook(one.path("secret"), heard.headers(), heard.body())
                            .path("verified")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(heard.headers().get("webhook-signature")).matches("v1,\\S+ v1,\\S+");
    }

    @Test
    void who_hangs_redirects_or_fails_holds_up_nobody_else() {
        receiver.answer("/hangs", Receiver.NEVER);
        receiver.answer("/redirects", 302);
        receiver.answer("/fails", 500);
        create("/hangs", ",\"types\":[\"credential.awarded\"]");
        Response redirects = create("/redirects", ",\"types\":[\"credential.awarded\"]");
        Response fails = create("/fails", ",\"types\":[\"credential.awarded\"]");
        String other = Calls.issuer("{}");
        String others = Calls.published(other);
        create("/api/v1/issuers/" + other + "/webhooks", receiver.url("/good"), ",\"types\":[\"credential.awarded\"]");
        for (int i = 0; i < 5; i++) {
            Calls.award(issuer, achievement);
        }
        receiver.at("/hangs", 1);
        long begun = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            Calls.award(other, others);
        }
        receiver.at("/good", 20);
        assertThat(System.nanoTime() - begun)
                .as("less than who hangs is waited for")
                .isLessThan(9_000_000_000L);
        until(redirects, page -> page.<List<Integer>>path("items.status").contains(302))
                .then()
                .body("items.find { it.status == 302 }.state", equalTo("waiting"));
        until(fails, page -> page.<List<Integer>>path("items.status").contains(500));
        assertThat(receiver.at("/elsewhere")).isEmpty();
        Calls.admin()
                .get(webhooks)
                .then()
                .body("items.find { it.id == '" + fails.path("id") + "' }", hasKey("failingSince"));
    }

    @Test
    void what_failed_can_be_sent_again_by_hand_with_the_same_id() {
        receiver.answer("/later", 503);
        Response made = create("/later", ",\"types\":[\"credential.awarded\"]");
        Calls.award(issuer, achievement);
        Response failed =
                until(made, page -> page.<List<Integer>>path("items.status").contains(503));
        receiver.answer("/later", 200);
        String id = failed.path("items[0].id");
        Calls.admin()
                .post(webhooks + "/" + made.path("id") + "/deliveries/" + id + "/redeliver")
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"));
        until(made, page -> page.<List<String>>path("items.state").equals(List.of("delivered")));
        assertThat(receiver.at("/later").stream().map(one -> one.headers().get("webhook-id")))
                .containsOnly(id);
        Calls.admin()
                .post(webhooks + "/" + made.path("id") + "/deliveries/msg_0/redeliver")
                .then()
                .statusCode(404);
    }

    @Test
    void one_that_is_gone_is_told_nothing_more_until_it_is_enabled() {
        receiver.answer("/gone", 410);
        Response made = create("/gone", ",\"types\":[\"credential.awarded\"]");
        Calls.award(issuer, achievement);
        until(made, page -> page.<List<String>>path("items.state").equals(List.of("failed")));
        Calls.admin().get(webhooks).then().body("items.enabled", contains(false));
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/events")
                .then()
                .body("items.type", hasItem("webhook.disabled"));
        Calls.award(issuer, achievement);
        receiver.answer("/gone", 200);
        String one = until(made, page -> true).path("items[0].id");
        Calls.admin()
                .post(webhooks + "/" + made.path("id") + "/deliveries/" + one + "/redeliver")
                .then()
                .statusCode(409);
        Calls.admin()
                .post(webhooks + "/" + made.path("id") + "/enable")
                .then()
                .statusCode(200)
                .body("enabled", equalTo(true))
                .body("$", not(hasKey("issuerNo")));
        Calls.award(issuer, achievement);
        until(made, page -> page.<List<String>>path("items.state").equals(List.of("delivered", "failed")));
    }

    @Test
    void lasting_failure_disables() {
        receiver.answer("/never", 500);
        Response made = create("/never", ",\"types\":[\"credential.awarded\"]");
        Calls.award(issuer, achievement);
        until(made, page -> page.<List<Integer>>path("items.status").contains(500));
        done(() -> pool.query("update webhook set failing_since = failing_since - interval '4 days', resting_until ="
                        + " created_at where url like '%/never'")
                .execute());
        Calls.award(issuer, achievement);
        until(made, page -> page.<List<String>>path("items.state").equals(List.of("failed", "failed")));
        Calls.admin().get(webhooks).then().body("items.enabled", contains(false));
    }

    @Test
    void a_private_address_is_not_told_anything() {
        Calls.admin()
                .body("{\"url\":\"http://lms.example.org/x\",\"types\":[\"Nonsense\"],\"more\":1}")
                .post(webhooks)
                .then()
                .statusCode(422);
        for (String url : List.of(
                "http://lms.example.org/x",
                "https://127.0.0.1/x",
                "https://user:word@lms.example.org/",
                "https://lms.example.org:22/",
                "ftp://lms.example.org/",
                "no url")) {
            Calls.admin()
                    .body(Map.of("url", url))
                    .post(webhooks)
                    .then()
                    .statusCode(422)
                    .body("errors.pointer", contains("/url"));
        }
        Response made = create(webhooks, "https://localhost/x", ",\"types\":[\"credential.awarded\"]");
        Calls.award(issuer, achievement);
        until(made, page -> page.<List<?>>path("items.fault").stream().anyMatch(fault -> fault != null))
                .then()
                .body("items.fault", contains(containsString("no public address")));
    }

    @Test
    void a_secret_is_shown_once_and_an_issuer_has_ten_at_most() {
        for (int i = 0; i < 10; i++) {
            create("/many", "");
        }
        Calls.admin()
                .body(Map.of("url", receiver.url("/many")))
                .post(webhooks)
                .then()
                .statusCode(409);
        Response list = Calls.admin().get(webhooks);
        list.then().body("items", hasSize(10));
        assertThat(list.asString()).doesNotContain("whsec_");
        String id = list.path("items[0].id");
        Calls.admin().delete(webhooks + "/" + id).then().statusCode(204);
        Calls.admin().delete(webhooks + "/" + id).then().statusCode(404);
        Calls.admin().get(webhooks + "/" + id + "/deliveries").then().statusCode(404);
        Calls.admin().get(webhooks).then().body("items", hasSize(9));
    }

    @Test
    void another_tenant_has_no_webhooks_here_and_a_scope_is_needed() {
        String stranger = Calls.client(Calls.issuer("{}"), List.of("client:write"));
        Calls.as(stranger).get(webhooks).then().statusCode(404);
        String without = Calls.client(issuer, List.of("award:read"));
        Calls.as(without).get(webhooks).then().statusCode(403).body("detail", containsString("client:write"));
    }

    private Response create(String path, String more) {
        return create(webhooks, receiver.url(path), more);
    }

    private static Response create(String at, String url, String more) {
        Response made =
                Calls.admin().body("{\"url\":\"" + url + "\"" + more + "}").post(at);
        made.then().statusCode(201).body("secret", startsWith("whsec_"));
        return made;
    }

    private Response until(Response webhook, Predicate<Response> wanted) {
        String path = webhooks + "/" + webhook.path("id") + "/deliveries";
        long end = System.nanoTime() + 30_000_000_000L;
        Response page = Calls.admin().get(path);
        while (page.<List<?>>path("items").isEmpty() || !wanted.test(page)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(page.asString());
            }
            Thread.onSpinWait();
            page = Calls.admin().get(path);
        }
        return page;
    }

    private static <T> T done(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
