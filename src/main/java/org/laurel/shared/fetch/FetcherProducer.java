package org.laurel.shared.fetch;

import io.quarkus.arc.All;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the one fetcher of the service, and what asks the hosts that its operator named, and what tells those of its users. */
@Singleton
final class FetcherProducer {
    private static final long TOTAL_MILLIS = 5000;
    private static final long CALLBACK_MILLIS = 10_000;

    @Produces
    @Singleton
    Fetcher fetcher(Vertx vertx, FetchRules rules, @All List<OwnOrigin> own, Clock clock) {
        GuardedExchange exchange = new GuardedExchange(vertx, new HttpClientOptions(), rules, HostAddresses.ofSystem());
        return new GuardedFetcher(vertx, exchange, own, clock, TOTAL_MILLIS);
    }

    @Produces
    @Singleton
    NamedHosts namedHosts(
            Vertx vertx,
            @ConfigProperty(name = "laurel.base-url", defaultValue = "http://localhost:8080") URI base,
            Clock clock) {
        FetchRules rules = FetchRules.ofTheOperator(base);
        return new GuardedNamedHosts(
                vertx,
                new GuardedExchange(vertx, new HttpClientOptions(), rules, HostAddresses.ofSystem()),
                clock,
                TOTAL_MILLIS);
    }

    /** Its own connections: a host that hangs is not waited for by who verifies. */
    @Produces
    @Singleton
    Callbacks callbacks(Vertx vertx, FetchRules rules) {
        return new GuardedCallbacks(
                vertx,
                new GuardedExchange(vertx, new HttpClientOptions(), rules, HostAddresses.ofSystem()),
                rules,
                CALLBACK_MILLIS);
    }

    @Produces
    @Singleton
    FetchRules rules(
            FetchConfig config,
            @ConfigProperty(name = "laurel.base-url", defaultValue = "http://localhost:8080") URI base) {
        return new FetchRules(config.allow().orElse(List.of()), base);
    }
}
