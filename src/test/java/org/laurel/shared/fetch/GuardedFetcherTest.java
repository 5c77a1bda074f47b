package org.laurel.shared.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.FakeClock;

class GuardedFetcherTest {
    private final FakeClock clock = new FakeClock("2026-11-25T08:00:00Z");
    private final AtomicInteger asked = new AtomicInteger();
    private final Vertx vertx = Vertx.vertx();
    private int port;
    private volatile int status = 200;
    private Fetcher fetcher = (uri, accept) -> Uni.createFrom().nothing();

    @BeforeEach
    void start() throws Exception {
        HttpServer server = vertx.createHttpServer().requestHandler(this::answer);
        port = server.listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, TimeUnit.SECONDS)
                .actualPort();
        fetcher = fetcher(List.of());
    }

    @AfterEach
    void stop() throws InterruptedException, ExecutionException {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void gets_a_resource() throws Exception {
        Fetched fetched = get("/plain");
        assertThat(new String(fetched.body(), StandardCharsets.UTF_8)).isEqualTo("{\"accept\":\"application/vc\"}");
        assertThat(fetched.contentType()).isEqualTo("application/json");
        assertThat(fetched.fetchedAt()).isEqualTo(clock.instant());
    }

    @Test
    void follows_three_redirects_and_not_four() throws Exception {
        assertThat(get("/hop/3").uri().getPath()).isEqualTo("/plain");
        assertThat(failure("/hop/4").reason()).isEqualTo(FetchException.Reason.REFUSED);
    }

    @Test
    void fetches_sixteen_things_for_one_piece_of_work_and_not_seventeen() {
        Uni<List<Integer>> work = Multi.createFrom()
                .range(0, 20)
                .onItem()
                .transformToUniAndConcatenate(i -> fetcher.get(url("/plain?" + i), "application/vc")
                        .map(fetched -> fetched.body().length)
                        .onFailure(FetchException.class)
                        .recoverWithItem(0))
                .collect()
                .asList();
        List<Integer> sizes = FetchBudget.within(clock, work).await().atMost(Duration.ofSeconds(20));
        assertThat(sizes.subList(0, FetchBudget.MOST)).doesNotContain(0);
        assertThat(sizes.subList(FetchBudget.MOST, 20)).containsOnly(0);
        assertThat(asked.get()).isEqualTo(FetchBudget.MOST);
        List<Integer> free = work.await().atMost(Duration.ofSeconds(20));
        assertThat(free).as("without a budget").doesNotContain(0);
    }

    @Test
    void judges_the_target_of_a_redirect_anew() {
        assertThat(failure("/to-metadata").reason()).isEqualTo(FetchException.Reason.REFUSED);
    }

    @Test
    void gives_up_on_more_than_a_mebibyte() throws Exception {
        assertThat(failure("/large/1048577").reason()).isEqualTo(FetchException.Reason.TOO_LARGE);
        assertThat(get("/large/1048576").body()).hasSize(1 << 20);
    }

    @Test
    void gives_up_on_a_body_that_drips() {
        long start = System.nanoTime();
        assertThat(failure("/drip").reason()).isEqualTo(FetchException.Reason.UNREACHABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void gives_up_on_silence() {
        assertThat(failure("/silence").getMessage()).contains("did not answer in time");
    }

    @Test
    void refuses_a_compressed_answer() {
        assertThat(failure("/gzip").reason()).isEqualTo(FetchException.Reason.REFUSED);
    }

    @Test
    void tells_another_status() {
        assertThat(failure("/missing").reason()).isEqualTo(FetchException.Reason.BAD_STATUS);
        assertThat(failure("/missing").getMessage()).contains("404");
        assertThat(failure("/missing").status()).hasValue(404);
        assertThat(failure("/missing").isTemporary()).isFalse();
    }

    @Test
    void a_host_that_cannot_answer_now_is_told_from_one_that_has_nothing() {
        assertThat(failure("/status/503").status()).hasValue(503);
        assertThat(failure("/status/503").isTemporary()).isTrue();
        assertThat(failure("/status/429").isTemporary()).isTrue();
        assertThat(failure("/status/410").isTemporary()).isFalse();
        assertThat(failure("/to-metadata").status()).isEmpty();
    }

    @Test
    void tells_what_came_with_a_status_while_it_is_short() {
        assertThat(failure("/status/410/5").body()).hasSize(5);
        assertThat(failure("/status/410/16384").body()).hasSize(16384);
        assertThat(failure("/status/410/16385").body()).isEmpty();
        assertThat(failure("/silence").body()).isEmpty();
    }

    @Test
    void tells_that_nothing_listens() {
        Fetcher nowhere = fetcher(List.of(), "http://localhost:1");
        assertThat(failure(nowhere, "http://localhost:1/").reason()).isEqualTo(FetchException.Reason.UNREACHABLE);
    }

    @Test
    void keeps_an_answer_for_as_long_as_it_says() throws Exception {
        get("/kept");
        get("/kept");
        assertThat(asked.get()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(61));
        get("/kept");
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void a_kept_answer_that_is_too_old_for_the_asker_is_fetched_anew() throws Exception {
        get("/kept");
        clock.advance(Duration.ofSeconds(20));
        fetcher.getYoung(url("/kept"), "application/vc", Duration.ofSeconds(20))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(asked.get()).isEqualTo(1);
        fetcher.getYoung(url("/kept"), "application/vc", Duration.ofSeconds(19))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void the_last_good_answer_serves_while_the_host_is_away_and_not_too_old() {
        Instant then = clock.instant();
        assertThat(lastGood("/moody").hostAway()).isFalse();
        status = 503;
        clock.advance(Duration.ofDays(7));
        assertThat(lastGood("/moody").hostAway()).isTrue();
        assertThat(lastGood("/moody").fetchedAt()).isEqualTo(then);
        assertThat(failure("/moody").status()).hasValue(503);
        clock.advance(Duration.ofSeconds(11));
        assertThat(catchThrowable(() -> lastGood("/moody"))).hasMessageContaining("503");
    }

    @Test
    void a_host_that_says_that_there_is_nothing_has_the_last_word() {
        lastGood("/moody");
        status = 410;
        assertThat(catchThrowable(() -> lastGood("/moody"))).hasMessageContaining("410");
        status = 503;
        clock.advance(Duration.ofSeconds(11));
        assertThat(catchThrowable(() -> lastGood("/moody"))).hasMessageContaining("503");
    }

    @Test
    void what_must_not_be_stored_does_not_serve_later() {
        lastGood("/moody/no-store");
        status = 503;
        assertThat(catchThrowable(() -> lastGood("/moody/no-store"))).hasMessageContaining("503");
    }

    @Test
    void keeps_a_failure_for_a_short_while() {
        failure("/missing");
        failure("/missing");
        assertThat(asked.get()).isEqualTo(1);
        clock.advance(Duration.ofSeconds(11));
        failure("/missing");
        assertThat(asked.get()).isEqualTo(2);
    }

    @Test
    void equal_fetches_at_the_same_time_are_one() {
        Uni<Fetched> one = fetcher.get(url("/slow"), "application/vc");
        Uni<Fetched> other = fetcher.get(url("/slow"), "application/vc");
        Uni.combine().all().unis(one, other).asTuple().await().atMost(Duration.ofSeconds(5));
        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void answers_our_own_origin_in_process() throws Exception {
        OwnOrigin own = new OwnOrigin() {
            @Override
            public boolean owns(URI uri) {
                return "laurel.example".equals(uri.getHost());
            }

            @Override
            public Uni<Optional<Fetched>> answer(URI uri, String accept) {
                Fetched fetched = new Fetched(uri, "application/vc", new byte[] {1}, clock.instant());
                return Uni.createFrom().item(uri.getPath().equals("/mine") ? Optional.of(fetched) : Optional.empty());
            }
        };
        Fetcher mine = fetcher(List.of(own));
        assertThat(mine.get(URI.create("https://laurel.example/mine#x"), "application/vc")
                        .await()
                        .atMost(Duration.ofSeconds(5))
                        .body())
                .hasSize(1);
        assertThat(failure(mine, "https://laurel.example/other").reason()).isEqualTo(FetchException.Reason.BAD_STATUS);
    }

    @Test
    void a_public_name_with_a_private_address_is_not_asked() {
        assertThat(failure(fetcher, "https://rebound.example/").reason()).isEqualTo(FetchException.Reason.REFUSED);
        assertThat(asked.get()).isZero();
    }

    private Fetcher fetcher(List<OwnOrigin> own) {
        return fetcher(own, "http://localhost:" + port);
    }

    private Fetcher fetcher(List<OwnOrigin> own, String allowed) {
        FetchRules rules = new FetchRules(List.of(allowed), URI.create("https://laurel.example"));
        HostAddresses toHere = host -> List.of(InetAddress.getByName("127.0.0.1"));
        GuardedExchange exchange = new GuardedExchange(vertx, new HttpClientOptions(), rules, toHere);
        return new GuardedFetcher(vertx, exchange, own, clock, 3000);
    }

    private URI url(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private Fetched get(String path) {
        return fetcher.get(url(path), "application/vc").await().atMost(Duration.ofSeconds(10));
    }

    private Fetched lastGood(String path) {
        return fetcher.getOrLastGood(url(path), "application/vc", Duration.ofDays(7))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    private FetchException failure(String path) {
        return failure(fetcher, url(path).toString());
    }

    private static FetchException failure(Fetcher fetcher, String url) {
        Throwable failure = catchThrowable(
                () -> fetcher.get(URI.create(url), "application/vc").await().atMost(Duration.ofSeconds(10)));
        assertThat(failure).hasCauseInstanceOf(FetchException.class);
        return (FetchException) java.util.Objects.requireNonNull(failure.getCause());
    }

    private void answer(HttpServerRequest request) {
        asked.incrementAndGet();
        HttpServerResponse response = request.response();
        String path = java.util.Objects.requireNonNull(request.path());
        if (path.equals("/plain")) {
            response.putHeader("content-type", "Application/JSON; charset=utf-8")
                    .end("{\"accept\":\"" + request.getHeader("accept") + "\"}");
        } else if (path.startsWith("/hop/")) {
            int left = Integer.parseInt(path.substring(5));
            response.setStatusCode(302)
                    .putHeader("location", left == 1 ? "/plain" : "/hop/" + (left - 1))
                    .end();
        } else if (path.equals("/to-metadata")) {
            response.setStatusCode(307)
                    .putHeader("location", "http://169.254.169.254/latest/meta-data")
                    .end();
        } else if (path.startsWith("/status/")) {
            response.setStatusCode(Integer.parseInt(path.substring(8, 11))).end(Buffer.buffer(new byte[length(path)]));
        } else if (path.startsWith("/large/")) {
            response.setChunked(true).end(Buffer.buffer(new byte[Integer.parseInt(path.substring(7))]));
        } else if (path.equals("/drip")) {
            response.setChunked(true);
            vertx.setPeriodic(100, id -> response.write("x").onFailure(e -> vertx.cancelTimer(id)));
        } else if (path.equals("/gzip")) {
            response.putHeader("content-encoding", "gzip").end("x");
        } else if (path.equals("/kept")) {
            response.putHeader("cache-control", "public, max-age=60").end("x");
        } else if (path.startsWith("/moody")) {
            response.setStatusCode(status);
            if (path.endsWith("no-store")) {
                response.putHeader("cache-control", "no-store");
            }
            response.end("x");
        } else if (path.equals("/slow")) {
            vertx.setTimer(300, id -> response.end("x"));
        } else if (!path.equals("/silence")) {
            response.setStatusCode(404).end();
        }
    }

    /** The number after a status, of bytes to come with it. */
    private static int length(String path) {
        return path.length() > 12 ? Integer.parseInt(path.substring(12)) : 0;
    }
}
