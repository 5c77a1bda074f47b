package org.laurel.shared.json;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads single values: text, numbers, times, enums, and records that are one text. */
final class Scalars {
    private static final int MAX_TEXT = 100_000;

    private Scalars() {}

    /** Whether the record is one text on the wire: its only component carries {@code @JsonValue}. */
    static boolean isText(Class<?> type) {
        RecordComponent[] components = Members.of(type);
        return components.length == 1 && components[0].getAccessor().isAnnotationPresent(JsonValue.class);
    }

    static Object read(JsonNode node, Class<?> type) {
        if (type == ObjectNode.class) {
            return require(node.isObject(), "an object", node, node);
        }
        if (type == boolean.class || type == Boolean.class) {
            return require(node.isBoolean(), "true or false", node, node.booleanValue());
        }
        if (type == BigDecimal.class) {
            return require(node.isNumber(), "a number", node, node.isNumber() ? node.decimalValue() : BigDecimal.ZERO);
        }
        if (type == int.class || type == Integer.class) {
            return require(node.canConvertToInt() && node.isIntegralNumber(), "a whole number", node, node.intValue());
        }
        if (type == long.class || type == Long.class) {
            return require(
                    node.canConvertToLong() && node.isIntegralNumber(), "a whole number", node, node.longValue());
        }
        require(node.isTextual(), "text", node, node);
        String text = node.textValue();
        if (text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("expected at most " + MAX_TEXT + " characters, got " + text.length());
        }
        return text(text, type);
    }

    private static Object text(String text, Class<?> type) {
        if (type == String.class) {
            return text;
        }
        if (type == Instant.class) {
            return instant(text);
        }
        if (type == LocalDate.class) {
            return date(text);
        }
        return type.isEnum() ? constant(text, type) : wrapped(text, type);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "expected an RFC 3339 time with offset, such as 2026-11-25T10:00:00Z, got \"" + shorten(text)
                            + "\"",
                    e);
        }
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("expected a date such as 2026-11-25, got \"" + shorten(text) + "\"", e);
        }
    }

    private static Object constant(String text, Class<?> type) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (wire(constant).equals(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("expected one of "
                + Arrays.stream(constants).map(Scalars::wire).collect(Collectors.joining(", ")) + ", got \""
                + shorten(text) + "\"");
    }

    private static String wire(Object constant) {
        for (Method method : constant.getClass().getMethods()) {
            if (method.isAnnotationPresent(JsonValue.class) && method.getParameterCount() == 0) {
                try {
                    return String.valueOf(method.invoke(constant));
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object wrapped(String text, Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(String.class);
            constructor.setAccessible(true);
            return constructor.newInstance(text);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be read from text", e);
        }
    }

    private static Object require(boolean holds, String expected, JsonNode node, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("expected " + expected + ", got " + kind(node));
        }
        return value;
    }

    /** What kind of value a node is, for a message. */
    static String kind(JsonNode node) {
        if (node.isTextual()) {
            return "text";
        }
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    private static String shorten(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
