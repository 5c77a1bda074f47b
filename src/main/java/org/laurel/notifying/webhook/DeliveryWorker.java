package org.laurel.notifying.webhook;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.laurel.notifying.webhook.DeliveryQueue.Claim;
import org.laurel.shared.work.Workers;

/** Delivers events for as long as there are any, a few at a time, here as on every other machine that shares the database. */
@ApplicationScoped
class DeliveryWorker {
    private static final Logger LOG = Logger.getLogger(DeliveryWorker.class);
    private static final long PAUSE_MILLIS = 500;
    private static final int AT_ONCE = 32;

    private final DeliveryQueue queue;
    private final DeliverEvent deliverEvent;
    private final Vertx vertx;
    private final Workers workers;
    private final Clock clock;
    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean claiming = new AtomicBoolean();
    private volatile boolean stopped;

    DeliveryWorker(DeliveryQueue queue, DeliverEvent deliverEvent, Vertx vertx, Workers workers, Clock clock) {
        this.queue = queue;
        this.deliverEvent = deliverEvent;
        this.vertx = vertx;
        this.workers = workers;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(PAUSE_MILLIS, timer -> wake());
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    /** Takes what there is room for; whoever ends makes room. */
    private void wake() {
        int room = AT_ONCE - underWay.get();
        if (stopped || room < 1 || !claiming.compareAndSet(false, true)) {
            return;
        }
        vertx.runOnContext(ignored -> workers.apart(queue.claim(clock.instant(), room))
                .subscribe()
                .with(this::begin, failure -> {
                    claiming.set(false);
                    LOG.errorf(failure, "looking for deliveries failed");
                }));
    }

    private void begin(List<Claim> claims) {
        underWay.addAndGet(claims.size());
        claiming.set(false);
        for (Claim claim : claims) {
            vertx.runOnContext(ignored -> workers.apart(deliverEvent.deliver(claim))
                    .subscribe()
                    .with(done -> end(), failure -> {
                        LOG.errorf(
                                failure,
                                "delivery %s could not be settled, and is sent again",
                                claim.event().id());
                        end();
                    }));
        }
        if (!claims.isEmpty()) {
            wake();
        }
    }

    private void end() {
        underWay.decrementAndGet();
        wake();
    }
}
