package org.laurel.shared.fetch;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.net.URI;
import java.time.Clock;
import java.util.List;

/** The guarded door, open to one origin of this machine as LAUREL_FETCH_ALLOW opens it. */
public final class LocalFetchers {
    private static final long MILLIS = 5000;

    private LocalFetchers() {}

    /** A door of its own, which keeps nothing that others have fetched. */
    public static Fetcher to(Vertx vertx, String origin, Clock clock) {
        FetchRules rules = new FetchRules(List.of(origin), URI.create("http://localhost:8080"));
        GuardedExchange exchange = new GuardedExchange(vertx, new HttpClientOptions(), rules, HostAddresses.ofSystem());
        return new GuardedFetcher(vertx, exchange, List.of(), clock, MILLIS);
    }
}
