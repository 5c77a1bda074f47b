package org.laurel.notifying.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.laurel.shared.work.Workers;

/** Sends letters for as long as there are any, here as on every other machine that shares the database; looks once a second. */
@ApplicationScoped
class LetterWorker {
    private static final Logger LOG = Logger.getLogger(LetterWorker.class);
    private static final long PAUSE_MILLIS = 1000;

    private final MailConfig config;
    private final LetterRound round;
    private final Vertx vertx;
    private final Workers workers;
    private final Clock clock;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    LetterWorker(MailConfig config, LetterRound round, Vertx vertx, Workers workers, Clock clock) {
        this.config = config;
        this.round = round;
        this.vertx = vertx;
        this.workers = workers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (config.isOn()) {
            vertx.setPeriodic(PAUSE_MILLIS, timer -> wake());
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void wake() {
        if (stopped || !busy.compareAndSet(false, true)) {
            return;
        }
        vertx.runOnContext(ignored -> workers.apart(round.send(clock.instant()))
                .subscribe()
                .with(
                        sent -> {
                            busy.set(false);
                            if (sent > 0) {
                                wake();
                            }
                        },
                        failure -> {
                            LOG.errorf(failure, "looking for letters failed");
                            busy.set(false);
                        }));
    }
}
