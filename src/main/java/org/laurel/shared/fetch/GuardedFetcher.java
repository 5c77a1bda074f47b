package org.laurel.shared.fetch;

import static org.laurel.shared.fetch.FetchException.Reason.BAD_STATUS;
import static org.laurel.shared.fetch.FetchException.Reason.REFUSED;
import static org.laurel.shared.fetch.FetchException.Reason.UNREACHABLE;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;
import org.laurel.shared.work.OneAnswer;
import org.laurel.shared.work.Workers;

/**
 * The guarded door: our own origin is answered in-process, everything else by {@link GuardedExchange} with at most
 * three redirects, each judged anew, within five seconds in all. Equal fetches at the same time are one.
 */
final class GuardedFetcher implements Fetcher {
    private static final Logger LOG = Logger.getLogger(GuardedFetcher.class);
    private static final int MOST_REDIRECTS = 3;

    private final Vertx vertx;
    private final GuardedExchange exchange;
    private final List<OwnOrigin> own;
    private final Clock clock;
    private final FetchCache cache;
    private final LastGood lastGood;
    private final long millis;
    private final Workers workers = new Workers();
    private final ConcurrentMap<String, Future<Fetched>> running = new ConcurrentHashMap<>();

    GuardedFetcher(Vertx vertx, GuardedExchange exchange, List<OwnOrigin> own, Clock clock, long millis) {
        this.vertx = vertx;
        this.exchange = exchange;
        this.own = List.copyOf(own);
        this.clock = clock;
        this.cache = new FetchCache(clock);
        this.lastGood = new LastGood(clock);
        this.millis = millis;
    }

    @Override
    public Uni<Fetched> get(URI uri, String accept) {
        return getYoung(uri, accept, FetchCache.LONGEST);
    }

    @Override
    public Uni<Fetched> getYoung(URI uri, String accept, Duration oldest) {
        return workers.comeBack(Uni.createFrom().deferred(() -> start(uri, accept, oldest)));
    }

    @Override
    public Uni<Fetched> getOrLastGood(URI uri, String accept, Duration oldest) {
        String key = key(uri, accept);
        return get(uri, accept)
                .onFailure(FetchException.class)
                .recoverWithUni(failure -> lastGood.instead(key, (FetchException) failure, oldest));
    }

    @Override
    public void ahead(URI uri, String accept, Context context) {
        URI target = withoutFragment(uri);
        own.stream().filter(origin -> origin.owns(target)).findFirst().ifPresent(origin -> own(origin, target, accept)
                .subscribe()
                .with(context, answer -> {}, failure -> LOG.debugf(failure, "%s was read ahead in vain", target)));
    }

    /** Whoever asks for the same in one piece of work gets the same answer. */
    private static Uni<Optional<Fetched>> own(OwnOrigin origin, URI target, String accept) {
        return OneAnswer.to(key(target, accept), () -> origin.answer(target, accept));
    }

    private static String key(URI uri, String accept) {
        return accept + " " + withoutFragment(uri);
    }

    private Uni<Fetched> start(URI uri, String accept, Duration oldest) {
        URI target = withoutFragment(uri);
        for (OwnOrigin origin : own) {
            if (origin.owns(target)) {
                return own(origin, target, accept).onItem().transformToUni(answer -> ownAnswer(target, answer));
            }
        }
        String key = key(target, accept);
        return cache.get(key, oldest).orElseGet(() -> Uni.createFrom()
                .context(context ->
                        within(FetchBudget.of(context), target, Uni.createFrom().completionStage(() -> running(
                                        key, target, accept)
                                .toCompletionStage()))));
    }

    private Uni<Fetched> within(Optional<FetchBudget> budget, URI uri, Uni<Fetched> fetch) {
        if (budget.isEmpty()) {
            return fetch;
        }
        Duration left = budget.get().take(clock.instant());
        return left.isZero()
                ? Uni.createFrom()
                        .failure(new FetchException(
                                UNREACHABLE, uri.getHost() + " was not asked: too much is fetched for one input"))
                : fetch.ifNoItem().after(left).failWith(() -> FetchException.late(uri.getHost()));
    }

    private static Uni<Fetched> ownAnswer(URI uri, Optional<Fetched> answer) {
        return answer.isPresent()
                ? Uni.createFrom().item(answer.get())
                : Uni.createFrom()
                        .failure(new FetchException(BAD_STATUS, uri.getHost() + " has nothing at " + uri.getPath()));
    }

    /** The fetch that runs for this key, begun now if there is none. */
    private Future<Fetched> running(String key, URI uri, String accept) {
        Promise<Fetched> mine = Promise.promise();
        Future<Fetched> other = running.putIfAbsent(key, mine.future());
        if (other != null) {
            return other;
        }
        fetch(key, uri, accept).onComplete(outcome -> {
            running.remove(key);
            mine.handle(outcome);
        });
        return mine.future();
    }

    private Future<Fetched> fetch(String key, URI uri, String accept) {
        Deadline deadline = new Deadline(vertx, millis);
        Promise<Fetched> inTime = Promise.promise();
        deadline.onExpiry(() -> inTime.tryFail(FetchException.late(uri.getHost())));
        follow(uri, accept, MOST_REDIRECTS, deadline)
                .map(arrived -> {
                    String control = arrived.answer().headers().get("cache-control");
                    cache.keep(key, arrived.fetched(), control);
                    lastGood.keep(key, arrived.fetched(), control);
                    return arrived.fetched();
                })
                .onFailure(failure -> {
                    if (failure instanceof FetchException known && known.reason() != REFUSED) {
                        cache.keep(key, known);
                    }
                })
                .onSuccess(inTime::tryComplete)
                .onFailure(inTime::tryFail);
        return inTime.future().onComplete(outcome -> deadline.stop());
    }

    private Future<Arrived> follow(URI uri, String accept, int redirects, Deadline deadline) {
        return exchange.get(uri, accept, deadline).compose(answer -> {
            Optional<String> location = answer.location();
            if (location.isPresent()) {
                return redirects == 0
                        ? refused(uri, "redirects more than " + MOST_REDIRECTS + " times")
                        : redirect(uri, location.get(), accept, redirects - 1, deadline);
            }
            if (answer.status() != 200) {
                return Future.failedFuture(FetchException.badStatus(uri.getHost(), answer.status(), answer.body()));
            }
            Fetched fetched = new Fetched(uri, answer.mediaType(), answer.body(), clock.instant());
            return Future.succeededFuture(new Arrived(answer, fetched));
        });
    }

    private Future<Arrived> redirect(URI from, String location, String accept, int left, Deadline deadline) {
        try {
            return follow(withoutFragment(from.resolve(location)), accept, left, deadline);
        } catch (IllegalArgumentException e) {
            return refused(from, "redirects to what is no URL");
        }
    }

    private static Future<Arrived> refused(URI uri, String what) {
        return Future.failedFuture(new FetchException(REFUSED, uri.getHost() + " " + what));
    }

    private static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? uri : URI.create(text.substring(0, hash));
    }

    private record Arrived(Answer answer, Fetched fetched) {}
}
