package org.laurel.shared.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GuardedNamedHostsTest {
    private Vertx vertx;
    private HttpServer server;
    private NamedHosts hosts;

    @BeforeEach
    void start() throws IOException {
        vertx = Vertx.vertx();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        server.createContext("/echo", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String told = exchange.getRequestMethod()
                    + " " + exchange.getRequestHeaders().getFirst("Content-Type")
                    + " " + exchange.getRequestHeaders().getFirst("Authorization") + " " + body;
            answer(exchange, 200, told);
        });
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", "/echo");
            answer(exchange, 302, "");
        });
        server.createContext("/large", exchange -> answer(exchange, 200, "x".repeat((1 << 20) + 1)));
        server.start();
        FetchRules rules = FetchRules.ofTheOperator(URI.create("http://localhost:8080"));
        hosts = new GuardedNamedHosts(
                vertx,
                new GuardedExchange(vertx, new HttpClientOptions(), rules, HostAddresses.ofSystem()),
                Clock.systemUTC(),
                3000);
    }

    @AfterEach
    void stop() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void says_who_asks_and_sends_the_form() {
        assertThat(text(hosts.get(at("/echo"), Optional.of("Bearer a")))).isEqualTo("GET null Bearer a ");
        assertThat(text(hosts.post(at("/echo"), "a=b&c=%2B", Optional.empty())))
                .isEqualTo("POST application/x-www-form-urlencoded null a=b&c=%2B");
    }

    @Test
    void follows_nobody_and_reads_no_more_than_it_has_to() {
        assertThat(failure(at("/elsewhere"))).isEqualTo(FetchException.Reason.BAD_STATUS);
        assertThat(failure(at("/large"))).isEqualTo(FetchException.Reason.TOO_LARGE);
        assertThat(failure(URI.create("http://example.org/"))).isEqualTo(FetchException.Reason.REFUSED);
        URI gone = at("/echo");
        server.stop(0);
        assertThat(failure(gone)).isEqualTo(FetchException.Reason.UNREACHABLE);
    }

    private FetchException.Reason failure(URI uri) {
        Uni<Fetched> asked = hosts.get(uri, Optional.empty());
        Throwable failure = catchThrowable(() -> asked.await().atMost(Duration.ofSeconds(10)));
        assertThat(failure).hasCauseInstanceOf(FetchException.class);
        return ((FetchException) Objects.requireNonNull(failure.getCause())).reason();
    }

    private static String text(Uni<Fetched> asked) {
        return new String(asked.await().atMost(Duration.ofSeconds(10)).body(), StandardCharsets.UTF_8);
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }
}
