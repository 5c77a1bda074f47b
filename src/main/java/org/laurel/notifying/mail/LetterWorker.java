package org.laurel.notifying.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import org.jboss.logging.Logger;
import org.laurel.shared.work.Rounds;
import org.laurel.shared.work.Workers;

/** Sends letters for as long as there are any, here as on every other machine that shares the database; looks once a second. */
@ApplicationScoped
class LetterWorker {
    private static final Logger LOG = Logger.getLogger(LetterWorker.class);
    private static final long PAUSE_MILLIS = 1000;

    private final MailConfig config;
    private final Rounds rounds;

    LetterWorker(MailConfig config, LetterRound round, Vertx vertx, Workers workers, Clock clock) {
        this.config = config;
        this.rounds = new Rounds(
                vertx,
                workers,
                () -> round.send(clock.instant()).map(sent -> sent > 0),
                failure -> LOG.errorf(failure, "looking for letters failed"));
    }

    void start(@Observes StartupEvent event) {
        if (config.isOn()) {
            rounds.every(PAUSE_MILLIS);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }
}
