package org.laurel.issuing.batch;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.laurel.issuing.award.AwardRequest;

/**
 * The fields that a column may fill: the dotted names of the members of an award request, with a number for the place in
 * a list, as in {@code evidence.0.id}.
 */
final class Fields {
    private static final int MOST_PLACES = 20;
    private static final String PLACE = "#";
    /** What people and other programs call the commonest. */
    private static final Map<String, String> ALSO = Map.of(
            "email", "recipient.email",
            "e-mail", "recipient.email",
            "name", "recipient.name",
            "did", "recipient.did");
    /** What the file of results adds: it can be corrected and handed in again as it is. */
    private static final Set<String> RESULTS = Set.of("row", "state", "error", "award", "credential");

    private final Map<String, Kind> kinds = new TreeMap<>();

    /** What a cell becomes. */
    enum Kind {
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** A date-time, or a date. */
        TIME
    }

    Fields() {
        collect(AwardRequest.class, "");
    }

    /** A field by a header: the canonical name; empty when there is none. */
    Optional<String> named(String header) {
        String wanted = ALSO.getOrDefault(header.toLowerCase(Locale.ROOT), header);
        for (String name : candidates(wanted)) {
            if (name.equalsIgnoreCase(wanted)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** Whether a header is one that the file of results has and nobody needs to hand in. */
    static boolean isOfResults(String header) {
        return RESULTS.contains(header.toLowerCase(Locale.ROOT));
    }

    /** What a cell of the field becomes. */
    Kind kind(String field) {
        Kind plain = kinds.get(field);
        return plain != null ? plain : kinds.getOrDefault(field.replaceAll("\\.\\d+\\.", "." + PLACE + "."), Kind.TEXT);
    }

    /** Every field, for a person who looks for one. */
    String all() {
        return String.join(", ", kinds.keySet()).replace(PLACE, "0");
    }

    private List<String> candidates(String wanted) {
        List<String> names = new ArrayList<>();
        for (String pattern : kinds.keySet()) {
            if (pattern.contains(PLACE)) {
                place(wanted, pattern).ifPresent(names::add);
            } else {
                names.add(pattern);
            }
        }
        return names;
    }

    /** The pattern with the number that the wanted name has in its place. */
    private static Optional<String> place(String wanted, String pattern) {
        String before = pattern.substring(0, pattern.indexOf(PLACE));
        if (!wanted.regionMatches(true, 0, before, 0, before.length())) {
            return Optional.empty();
        }
        int end = wanted.indexOf('.', before.length());
        String number = end < 0 ? "" : wanted.substring(before.length(), end);
        boolean fits = number.matches("\\d{1,2}") && Integer.parseInt(number) < MOST_PLACES;
        return fits ? Optional.of(pattern.replace(PLACE, number)) : Optional.empty();
    }

    private void collect(Class<?> type, String prefix) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + name(component);
            if (component.getType() == List.class) {
                ParameterizedType list = (ParameterizedType) component.getGenericType();
                if (list.getActualTypeArguments()[0] instanceof Class<?> item && isParts(item)) {
                    collect(item, name + "." + PLACE + ".");
                }
            } else if (isParts(component.getType())) {
                collect(component.getType(), name + ".");
            } else {
                kinds.put(name, kind(component.getType()));
            }
        }
    }

    /** Whether it is written as an object; identifiers and the like are texts. */
    private static boolean isParts(Class<?> type) {
        return type.isRecord()
                && java.util.Arrays.stream(type.getRecordComponents()).noneMatch(component -> component
                        .getAccessor()
                        .isAnnotationPresent(com.fasterxml.jackson.annotation.JsonValue.class));
    }

    private static String name(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static Kind kind(Class<?> type) {
        if (type == BigDecimal.class) {
            return Kind.NUMBER;
        }
        if (type == Boolean.class || type == boolean.class) {
            return Kind.BOOLEAN;
        }
        return type == Instant.class ? Kind.TIME : Kind.TEXT;
    }
}
