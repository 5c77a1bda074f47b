package org.laurel.shared.json;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The constants of an enum by the texts that stand for them on the wire and in the database, which {@code toString} gives. */
public final class Constants {

    private Constants() {}

    /** The constant that this text stands for. */
    public static <E extends Enum<E>> Optional<E> find(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.toString().equals(text))
                .findFirst();
    }

    /** The constant that was stored as this text. */
    public static <E extends Enum<E>> E stored(Class<E> type, String text) {
        return find(type, text).orElseThrow(() -> new IllegalStateException(text + " is no " + type.getSimpleName()));
    }

    /** The texts of all, for people. */
    public static String names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::toString).collect(Collectors.joining(", "));
    }
}
