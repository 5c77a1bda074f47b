package org.laurel.shared.work;

import io.smallrye.mutiny.Uni;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Does at once what many ask for at the same time. Who asks while as many runs are under way as may be is in the next one,
 * so that no answer is older than its question; who asks alone waits for nobody.
 *
 * @param <L> the line in which they stand: what can be done at once
 * @param <Q> what is asked
 * @param <A> the answer
 */
public final class Gathered<L, Q, A> {
    private final Workers workers;
    private final int underWay;
    private final int mostAtOnce;
    private final BiFunction<L, List<Wish<Q, A>>, Uni<Void>> run;
    private final Map<L, Line<Q, A>> lines = new HashMap<>();

    /**
     * With what does it.
     *
     * @param underWay how many runs of a line may be under way
     * @param mostAtOnce how many questions one run takes
     * @param run answers every wish that it is given; those that it leaves open fail when it does. It runs on a Vert.x
     *     context of its own
     */
    public Gathered(Workers workers, int underWay, int mostAtOnce, BiFunction<L, List<Wish<Q, A>>, Uni<Void>> run) {
        this.workers = workers;
        this.underWay = underWay;
        this.mostAtOnce = mostAtOnce;
        this.run = run;
    }

    /**
     * What somebody asks.
     *
     * @param question what is asked
     * @param answer to be completed
     */
    public record Wish<Q, A>(Q question, CompletableFuture<A> answer) {}

    private static final class Line<Q, A> {
        private final Deque<Wish<Q, A>> waiting = new ArrayDeque<>();
        private int running;
    }

    /** The answer of a run that begins after now, where the subscriber is. Who stops waiting stops nobody else. */
    public Uni<A> ask(L line, Q question) {
        return workers.comeBack(Uni.createFrom().completionStage(() -> {
            Wish<Q, A> wish = new Wish<>(question, new CompletableFuture<>());
            synchronized (lines) {
                lines.computeIfAbsent(line, unknown -> new Line<>()).waiting.add(wish);
            }
            next(line);
            return wish.answer();
        }));
    }

    private void next(L line) {
        List<Wish<Q, A>> wishes = take(line);
        if (!wishes.isEmpty()) {
            workers.apart(Uni.createFrom().deferred(() -> run.apply(line, wishes)))
                    .subscribe()
                    .with(done -> end(line, wishes, null), failure -> end(line, wishes, failure));
        }
    }

    private List<Wish<Q, A>> take(L at) {
        synchronized (lines) {
            Line<Q, A> line = lines.get(at);
            List<Wish<Q, A>> taken = new ArrayList<>();
            if (line != null && line.running < underWay) {
                while (taken.size() < mostAtOnce && !line.waiting.isEmpty()) {
                    taken.add(line.waiting.remove());
                }
                line.running += taken.isEmpty() ? 0 : 1;
            }
            return taken;
        }
    }

    /** The next run begins before the answers of this one go out; a line in which nobody stands goes. */
    private void end(L at, List<Wish<Q, A>> wishes, @Nullable Throwable failure) {
        synchronized (lines) {
            Line<Q, A> line = lines.get(at);
            if (line != null && --line.running == 0 && line.waiting.isEmpty()) {
                lines.remove(at);
            }
        }
        next(at);
        Throwable why = failure == null ? new IllegalStateException("a run left a question open") : failure;
        wishes.forEach(wish -> wish.answer().completeExceptionally(why)); // nothing happens to those that are answered
    }
}
