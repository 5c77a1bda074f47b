package org.laurel.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.securing.did.PlainOrigins;
import org.laurel.shared.fetch.FetchConfig;
import org.laurel.shared.origin.BaseUrl;

/** Gives the clock and the random source to everything that needs them. */
@ApplicationScoped
class Providers {

    /** The time in UTC, in microseconds: what is answered is what PostgreSQL stores and gives again. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    /** The operating system's random source. */
    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }

    /** The hosts whose did:web documents are read over plain http: our own on loopback, and those that a developer named. */
    @Produces
    @Singleton
    PlainOrigins plainOrigins(BaseUrl base, FetchConfig fetch) {
        Stream<String> named = fetch.allow().orElse(List.of()).stream().map(String::strip);
        return base.isDevelopment()
                ? PlainOrigins.of(Stream.concat(Stream.of(base.text()), named)
                        .map(URI::create)
                        .toList())
                : PlainOrigins.none();
    }
}
