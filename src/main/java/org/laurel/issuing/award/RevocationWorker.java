package org.laurel.issuing.award;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.laurel.shared.work.Workers;

/** Carries out revocations once the time for second thoughts is over, on any replica; looks once a second. */
@ApplicationScoped
class RevocationWorker {
    private static final Logger LOG = Logger.getLogger(RevocationWorker.class);
    private static final long PAUSE_MILLIS = 1000;

    private final RevokeAwards revokeAwards;
    private final Vertx vertx;
    private final Workers workers;
    private final AtomicBoolean busy = new AtomicBoolean();
    private volatile boolean stopped;

    RevocationWorker(RevokeAwards revokeAwards, Vertx vertx, Workers workers) {
        this.revokeAwards = revokeAwards;
        this.vertx = vertx;
        this.workers = workers;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(PAUSE_MILLIS, timer -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void wake() {
        if (stopped || !busy.compareAndSet(false, true)) {
            return;
        }
        vertx.runOnContext(
                ignored -> workers.apart(Uni.createFrom().deferred(() -> revokeAwards.carryOut(Optional.empty())))
                        .subscribe()
                        .with(carriedOut -> busy.set(false), failure -> {
                            LOG.errorf(failure, "revocations whose time has come could not be carried out");
                            busy.set(false);
                        }));
    }
}
