package org.laurel.issuing.award;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.laurel.shared.work.Rounds;
import org.laurel.shared.work.Workers;

/** Carries out revocations once the time for second thoughts is over, on any replica; looks once a second. */
@ApplicationScoped
class RevocationWorker {
    private static final Logger LOG = Logger.getLogger(RevocationWorker.class);
    private static final long PAUSE_MILLIS = 1000;

    private final Rounds rounds;

    RevocationWorker(RevokeAwards revokeAwards, Vertx vertx, Workers workers) {
        this.rounds = new Rounds(
                vertx,
                workers,
                () -> revokeAwards.carryOut(Optional.empty()).replaceWith(false),
                failure -> LOG.errorf(failure, "revocations whose time has come could not be carried out"));
    }

    void start(@Observes StartupEvent event) {
        rounds.every(PAUSE_MILLIS);
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.stop();
    }
}
