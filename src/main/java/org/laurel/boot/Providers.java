package org.laurel.boot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Gives the clock and the random source to everything that needs them. */
@ApplicationScoped
class Providers {

    /** The time in UTC. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** The operating system's random source. */
    @Produces
    @Singleton
    SecureRandom random() {
        return new SecureRandom();
    }
}
