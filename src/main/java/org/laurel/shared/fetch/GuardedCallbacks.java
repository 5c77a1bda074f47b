package org.laurel.shared.fetch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.laurel.shared.work.Workers;

/** Posts by a {@link GuardedExchange} of its own, with its bounds of size and time. */
final class GuardedCallbacks implements Callbacks {
    private final Vertx vertx;
    private final GuardedExchange exchange;
    private final FetchRules rules;
    private final long millis;
    private final Workers workers = new Workers();

    GuardedCallbacks(Vertx vertx, GuardedExchange exchange, FetchRules rules, long millis) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.rules = rules;
        this.millis = millis;
    }

    @Override
    public Optional<String> hindrance(URI uri) {
        try {
            rules.check(uri);
            return Optional.empty();
        } catch (FetchException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    @Override
    public Uni<Integer> post(URI uri, Map<String, String> headers, String json) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("content-type", "application/json");
        Asked asked = new Asked(HttpMethod.POST, uri, all, Optional.of(json));
        return workers.comeBack(
                Uni.createFrom().completionStage(() -> answered(asked).toCompletionStage()));
    }

    private Future<Integer> answered(Asked asked) {
        Deadline deadline = new Deadline(vertx, millis);
        Promise<Integer> inTime = Promise.promise();
        deadline.onExpiry(() -> inTime.tryFail(FetchException.late(asked.uri().getHost())));
        exchange.ask(asked, deadline)
                .map(Answer::status)
                .onSuccess(inTime::tryComplete)
                .onFailure(inTime::tryFail);
        return inTime.future().onComplete(outcome -> deadline.stop());
    }
}
