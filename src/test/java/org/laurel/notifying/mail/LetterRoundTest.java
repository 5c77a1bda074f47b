package org.laurel.notifying.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.TestProfile;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Calls;
import org.laurel.fixture.PostOffice;
import org.laurel.fixture.ServiceTest;
import org.laurel.fixture.SternPost;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/** Letters against a mail server: sent once, again when it was away, as fast as is allowed, and to nobody who was erased. */
@ServiceTest
@TestProfile(PostOffice.Set.class)
class LetterRoundTest {
    /** When no letter is due but those that a test puts there. */
    private static final Instant THEN = Instant.parse("2031-01-01T00:00:00Z");

    private final LetterRound round;
    private final Letters letters;
    private final Database database;
    private final Outbox outbox;
    private final Pool pool;
    private String issuer;
    private String achievement;

    @Inject
    LetterRoundTest(LetterRound round, Letters letters, Database database, Outbox outbox, Pool pool) {
        this.round = round;
        this.letters = letters;
        this.database = database;
        this.outbox = outbox;
        this.pool = pool;
    }

    @BeforeEach
    void publish() {
        issuer = Calls.issuer("{}");
        achievement = Calls.published(issuer);
    }

    @BeforeEach
    @AfterEach
    void go_back_to_the_present() {
        done(() -> pool.query("update letter_pace set allowed = 1000, counted_at = now()")
                .execute());
    }

    @Test
    void the_recipient_is_told_when_it_is_asked_for_and_only_then() {
        try (PostOffice post = new PostOffice()) {
            Response told = award("ada@told.example", ",\"notify\":true");
            award("bob@told.example", ",\"notify\":false");
            award("cy@told.example", "");
            PostOffice.Received letter = post.to("ada@told.example", 1).get(0);
            assertThat(letter.subject()).isEqualTo("Issuer awarded you a badge: A");
            assertThat(letter.text()).contains(told.<String>path("credential.url"), "Issuer", "\"A\"");
            assertThat(letter.html())
                    .contains("href=\"" + told.path("credential.url") + "\"", "lang=\"en\"")
                    .doesNotContain("<img", "<script", "http-equiv");
            assertThat(letter.header("From")).isEqualTo(PostOffice.FROM);
            assertThat(letter.header("Auto-Submitted")).isEqualTo("auto-generated");
            assertThat(letter.header("Content-Language")).isEqualTo("en");
            String id = until(told, states("sent")).path("items[0].id");
            assertThat(letter.header("Message-ID")).isEqualTo("<" + id + "@localhost>");
            assertThat(post.to("bob@told.example")).isEmpty();
            assertThat(post.to("cy@told.example")).isEmpty();
        }
    }

    @Test
    void a_badge_that_is_taken_back_is_told_to_those_who_were_told_of_it() {
        try (PostOffice post = new PostOffice()) {
            Response told = award("ada@back.example", ",\"notify\":true");
            Response quiet = award("bob@back.example", "");
            until(told, states("sent"));
            revoke(told, "It was <b>another</b> Ada.\nSorry.");
            revoke(quiet, "Nobody knew.");
            List<PostOffice.Received> both = post.to("ada@back.example", 2);
            assertThat(both.get(1).subject()).isEqualTo("Issuer took back a badge: A");
            assertThat(both.get(1).text()).contains("> It was <b>another</b> Ada.\n> Sorry.");
            assertThat(both.get(1).html()).contains("It was &lt;b&gt;another&lt;/b&gt; Ada.<br>Sorry.");
            until(told, states("sent", "sent"));
            assertThat(about(quiet).<List<?>>path("items")).isEmpty();
        }
    }

    @Test
    void a_batch_tells_whom_its_rows_do_not_except() {
        try (PostOffice post = new PostOffice()) {
            Calls.admin()
                    .contentType("text/csv")
                    .body("recipient.email,achievement,notify\nada@batch.example," + achievement
                            + ",\nbob@batch.example," + achievement + ",false\ncy@batch.example," + achievement
                            + ",true\n")
                    .post("/api/v1/issuers/" + issuer + "/batches?notify=true")
                    .then()
                    .statusCode(202)
                    .body("notify", equalTo(true));
            post.to("ada@batch.example", 1);
            post.to("cy@batch.example", 1);
            assertThat(post.to("bob@batch.example")).isEmpty();
        }
    }

    @Test
    void the_end_of_a_badge_is_told_a_month_before() {
        try (PostOffice post = new PostOffice()) {
            Response told = award("ada@end.example", ",\"notify\":true,\"validUntil\":\"2031-01-31T00:00:00Z\"");
            award(
                    "bob@end.example",
                    ",\"notify\":true,\"validUntil\":\"" + Instant.now().plus(Duration.ofDays(40)) + "\"");
            PostOffice.Received letter = post.to("ada@end.example", 1).get(0);
            assertThat(letter.text()).contains("It is valid until January 31, 2031.");
            until(told, states("waiting", "sent"));
            assertThat(done(() -> round.send(THEN))).isPositive();
            assertThat(post.to("ada@end.example", 2).get(1).subject())
                    .isEqualTo("Your badge \"A\" is valid until January 31, 2031");
            post.to("bob@end.example", 1);
        }
    }

    @Test
    void a_letter_waits_for_a_server_that_is_away() {
        Response told = award("ada@away.example", ",\"notify\":true");
        Response waiting = until(
                told, page -> page.<Integer>path("items[0].attempts") == 1 && page.path("items[0].answer") != null);
        waiting.then().body("items[0].state", equalTo("waiting")).body("items[0].answer", equalTo("unreachable"));
        try (PostOffice post = new PostOffice()) {
            done(() -> round.send(Instant.now().plusSeconds(90)));
            post.to("ada@away.example", 1);
            until(told, states("sent"));
        }
    }

    @Test
    void after_three_days_it_is_told_of_as_one_that_could_not_be_sent() {
        Response quiet = award("ada@never.example", "");
        put(quiet, false);
        done(() -> round.send(THEN));
        about(quiet).then().body("items.state", contains("waiting")).body("items.answer", contains("unreachable"));
        done(() -> round.send(THEN.plus(Duration.ofDays(3))));
        about(quiet).then().body("items.state", contains("failed")).body("items.attempts", contains(2));
        events().then().body("items.type", hasItem("letter.failed"));
    }

    @Test
    void a_refusal_is_told_and_never_tried_again_and_no_log_names_the_address() {
        List<String> log = new ArrayList<>();
        Handler handler = handler(log);
        Logger.getLogger("").addHandler(handler);
        try (SternPost post = new SternPost("550 5.1.1 no such user")) {
            Response told = award("ada@refused.example", ",\"notify\":true");
            until(told, states("refused")).then().body("items.answer", contains("550"));
            Calls.admin().get("/api/v1/awards/" + told.path("id")).then().body("state", equalTo("issued"));
            events().then()
                    .body("items.find { it.type == 'letter.refused' }.subject", equalTo(told.path("id")))
                    .body("items.find { it.type == 'letter.refused' }.detail", equalTo("credential.awarded: 550"));
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        assertThat(log).anyMatch(line -> line.contains("550")).noneMatch(line -> line.contains("@refused.example"));
    }

    @Test
    void a_server_that_asks_for_patience_gets_it() {
        try (SternPost post = new SternPost("450 4.2.1 later")) {
            Response told = award("ada@later.example", ",\"notify\":true");
            until(told, page -> "450".equals(page.path("items[0].answer")))
                    .then()
                    .body("items.state", contains("waiting"));
        }
    }

    @Test
    void who_is_erased_while_a_letter_waits_gets_none() {
        try (PostOffice post = new PostOffice()) {
            Response quiet = award("ada@erased.example", "");
            put(quiet, false);
            Calls.admin()
                    .delete("/api/v1/recipients/" + quiet.path("recipient.id"))
                    .then()
                    .statusCode(204);
            done(() -> round.send(THEN));
            about(quiet).then().body("items.state", contains("dropped"));
            assertThat(post.to("ada@erased.example")).isEmpty();
        }
    }

    @Test
    void many_workers_at_once_send_each_letter_once() {
        try (PostOffice post = new PostOffice()) {
            List<Response> awards = IntStream.range(0, 30)
                    .mapToObj(i -> award("teacher" + i + "@once.example", ""))
                    .toList();
            awards.forEach(award -> put(award, true));
            List<CompletableFuture<Integer>> workers = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> done(() -> round.send(THEN))))
                    .toList();
            assertThat(workers.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(30);
            for (int i = 0; i < 30; i++) {
                post.to("teacher" + i + "@once.example", 1);
            }
        }
    }

    @Test
    void one_of_many_lets_others_go_first_and_no_more_leave_than_are_allowed() {
        // what other tests left waiting
        done(() -> pool.query("update letter set state = 'dropped' where state = 'waiting'")
                .execute());
        Response award = award("ada@pace.example", "");
        put(award, true);
        put(award, true);
        put(award, false);
        LetterQueue slow = new PostgresLetterQueue(new OneAMinute(), pool, database, outbox, Clock.systemUTC());
        List<LetterQueue.Claim> first = done(() -> slow.claim(THEN, 10));
        assertThat(first).hasSize(1).allMatch(claim -> !claim.letter().bulk());
        assertThat(done(() -> slow.claim(THEN.plusSeconds(30), 10))).isEmpty();
        List<LetterQueue.Claim> second = done(() -> slow.claim(THEN.plusSeconds(61), 10));
        assertThat(second).hasSize(1).allMatch(claim -> claim.letter().bulk());
        assertThat(done(() -> slow.claim(THEN.plusSeconds(62), 10))).isEmpty();
    }

    @Test
    void states_are_a_filter_and_another_tenant_has_no_letters_here() {
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/letters?state=lost")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("?state"));
        Calls.admin()
                .get("/api/v1/issuers/" + issuer + "/letters?state=refused")
                .then()
                .body("items", hasSize(0));
        String other = Calls.client(Calls.issuer("{}"), List.of("event:read"));
        Calls.as(other).get("/api/v1/issuers/" + issuer + "/letters").then().statusCode(404);
    }

    private record OneAMinute() implements MailConfig {
        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public int port() {
            return PostOffice.PORT;
        }

        @Override
        public Optional<String> username() {
            return Optional.empty();
        }

        @Override
        public Optional<String> password() {
            return Optional.empty();
        }

        @Override
        public Optional<String> from() {
            return Optional.of(PostOffice.FROM);
        }

        @Override
        public String tls() {
            return "none";
        }

        @Override
        public int perMinute() {
            return 1;
        }

        @Override
        public String language() {
            return "en";
        }
    }

    /** Puts a letter about an award there, due then. */
    private void put(Response award, boolean bulk) {
        PublicId id = PublicId.parse(award.path("id")).orElseThrow();
        done(() -> database.write(
                session -> Database.select(session, "select person_no from award where public_id = $1", id.toString())
                        .chain(rows -> letters.add(
                                session,
                                List.of(Letter.about(id.issuerNo(), "credential.awarded", id.toString())
                                        .to(new Person(id.issuerNo(), (Long) rows.get(0)[0]))
                                        .inBulk(bulk)
                                        .notBefore(THEN))))
                        .replaceWith(true)));
    }

    private Response award(String email, String more) {
        Response made = Calls.admin()
                .body("{\"achievement\":\"" + achievement + "\",\"recipient\":{\"email\":\"" + email + "\"}" + more
                        + "}")
                .post("/api/v1/issuers/" + issuer + "/awards");
        made.then().statusCode(201);
        return made;
    }

    private static void revoke(Response award, String reason) {
        Calls.admin()
                .body(Map.of("reason", reason))
                .post("/api/v1/awards/" + award.path("id") + "/revoke")
                .then()
                .statusCode(200);
    }

    private Response about(Response award) {
        return Calls.admin().get("/api/v1/issuers/" + issuer + "/letters?subject=" + award.path("id"));
    }

    private Response events() {
        return Calls.admin().get("/api/v1/issuers/" + issuer + "/events");
    }

    private static Predicate<Response> states(String... states) {
        return page -> List.of(states).equals(page.path("items.state"));
    }

    private Response until(Response award, Predicate<Response> wanted) {
        long end = System.nanoTime() + 30_000_000_000L;
        Response page = about(award);
        while (page.<List<?>>path("items").isEmpty() || !wanted.test(page)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(page.asString());
            }
            Thread.onSpinWait();
            page = about(award);
        }
        return page;
    }

    private static Handler handler(List<String> log) {
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                log.add(record.getMessage() + " "
                        + List.of(Optional.ofNullable(record.getParameters()).orElse(new Object[0])) + " "
                        + record.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }

    private static <T> T done(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
