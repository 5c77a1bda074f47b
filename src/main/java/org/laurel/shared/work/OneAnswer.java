package org.laurel.shared.work;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * One answer to one question within one piece of work, however often it is asked, and whoever asks it ahead of the need.
 * It travels in the context of the subscription; without one, each question is asked anew.
 */
public final class OneAnswer {
    private static final String KEY = OneAnswer.class.getName();

    private final ConcurrentMap<String, Uni<?>> answers = new ConcurrentHashMap<>();

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
     * The answer of the first who asked within this piece of work.
     *
     * @param question names it; two of a name have answers of the same type
     * @param ask asks it
     */
    @SuppressWarnings("unchecked") // a question names its type
    public static <T> Uni<T> to(String question, Supplier<Uni<T>> ask) {
        return Uni.createFrom().context(context -> {
            if (!isWithin(context)) {
                return ask.get();
            }
            OneAnswer one = context.get(KEY);
            return (Uni<T>) one.answers.computeIfAbsent(
                    question, first -> ask.get().memoize().indefinitely());
        });
    }
}
