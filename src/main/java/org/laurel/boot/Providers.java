package org.laurel.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.laurel.securing.did.LoopbackOrigin;
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

    /** The one host whose did:web documents are read over plain http: our own, while it is on loopback. */
    @Produces
    @Singleton
    LoopbackOrigin loopback(BaseUrl base) {
        return base.isDevelopment() ? new LoopbackOrigin(URI.create(base.text())) : LoopbackOrigin.none();
    }
}
