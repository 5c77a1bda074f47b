package org.laurel.shared.work;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * One answer to one question within one piece of work, however often it is asked, and whoever asks it ahead of the need.
 * It travels in the context of the subscription; without one, each question is asked anew.
 */
public final class OneAnswer {
    private static final String KEY = OneAnswer.class.getName();

    private final ConcurrentMap<String, CompletableFuture<?>> answers = new ConcurrentHashMap<>();

    private OneAnswer() {}

    /** Lets the work with this context ask each question once. */
    public static void within(Context context) {
        context.put(KEY, new OneAnswer());
    }

    /** Whether the work with this context asks each question once. */
    public static boolean isWithin(Context context) {
        return context.contains(KEY);
    }

    /**
     * The answer of the first who asked within this piece of work; it comes where the question ended.
     *
     * @param question names it; two of a name have answers of the same type
     * @param ask asks it
     */
    public static <T> Uni<T> to(String question, Supplier<Uni<T>> ask) {
        return Uni.createFrom().context(context -> {
            if (!isWithin(context)) {
                return ask.get();
            }
            OneAnswer one = context.get(KEY);
            return one.answer(question, ask, context);
        });
    }

    /**
     * A future holds the answer, since Mutiny's memoize gives the item to a second subscriber, now and then, before it has
     * been told that it is subscribed.
     */
    @SuppressWarnings("unchecked") // a question names its type
    private <T> Uni<T> answer(String question, Supplier<Uni<T>> ask, Context context) {
        CompletableFuture<T> mine = new CompletableFuture<>();
        CompletableFuture<T> first = (CompletableFuture<T>) answers.putIfAbsent(question, mine);
        if (first == null) {
            ask.get().subscribe().with(context, mine::complete, mine::completeExceptionally);
        }
        CompletableFuture<T> answer = first == null ? mine : first;
        // a copy, so that who stops waiting stops nobody else
        return Uni.createFrom().completionStage(answer::minimalCompletionStage);
    }
}
