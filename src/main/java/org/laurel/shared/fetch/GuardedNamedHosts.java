package org.laurel.shared.fetch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import org.laurel.shared.work.Workers;

/** Asks by {@link GuardedExchange}, with its bounds of size and time, but by the rules for hosts of the operator's. */
final class GuardedNamedHosts implements NamedHosts {
    private static final String JSON = "application/json";

    private final Vertx vertx;
    private final GuardedExchange exchange;
    private final Clock clock;
    private final long millis;
    private final Workers workers = new Workers();

    GuardedNamedHosts(Vertx vertx, GuardedExchange exchange, Clock clock, long millis) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.clock = clock;
        this.millis = millis;
    }

    @Override
    public Uni<Fetched> get(URI uri, Optional<String> authorization) {
        return ask(Asked.get(uri, JSON).by(authorization));
    }

    @Override
    public Uni<Fetched> post(URI uri, String form, Optional<String> authorization) {
        return ask(Asked.form(uri, JSON, form).by(authorization));
    }

    private Uni<Fetched> ask(Asked asked) {
        return workers.comeBack(
                Uni.createFrom().completionStage(() -> answered(asked).toCompletionStage()));
    }

    private Future<Fetched> answered(Asked asked) {
        String host = asked.uri().getHost();
        Deadline deadline = new Deadline(vertx, millis);
        Promise<Fetched> inTime = Promise.promise();
        deadline.onExpiry(() -> inTime.tryFail(FetchException.late(host)));
        exchange.ask(asked, deadline)
                .compose(answer -> answer.status() == 200
                        ? Future.succeededFuture(
                                new Fetched(asked.uri(), answer.mediaType(), answer.body(), clock.instant()))
                        : Future.failedFuture(FetchException.badStatus(host, answer.status())))
                .onSuccess(inTime::tryComplete)
                .onFailure(inTime::tryFail);
        return inTime.future().onComplete(outcome -> deadline.stop());
    }
}
