package org.laurel.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * Binds a request's JSON to a record, and names every fault instead of the first. The record is the schema: a component
 * is required unless it is {@code @Nullable} or a list (absent: empty); unknown members are faults; what a compact
 * constructor refuses is a fault at that object. A member {@code type} that a class always has may stand in the request
 * when it says the same.
 */
public final class RecordReader {
    private static final String STAND_IN = "missing";

    private final List<Violation> violations = new ArrayList<>();

    private RecordReader() {}

    /** What was read: the value is there exactly when there are no violations. */
    public record Reading<T>(Optional<T> value, List<Violation> violations) {

        /** The value, or a 422 problem that lists every fault. */
        public T orThrow() {
            return value.orElseThrow(() -> ProblemException.of(ProblemType.INVALID, violations));
        }
    }

    /** Reads bytes; throws a 400 problem when they are no JSON at all. */
    public static <T> Reading<T> read(byte[] body, Class<T> type) {
        return bind(tree(body), type);
    }

    /** A body that may be left out: where nothing came, an object that says nothing. */
    public static byte[] orNothing(byte @Nullable [] body) {
        return body == null || body.length == 0 ? new byte[] {'{', '}'} : body;
    }

    /** Reads bytes as a tree; throws a 400 problem when they are no JSON. */
    public static JsonNode tree(byte[] body) {
        try {
            return StrictJson.parse(body);
        } catch (MalformedJsonException e) {
            throw ProblemException.of(ProblemType.MALFORMED, "The body cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Binds a tree. */
    public static <T> Reading<T> bind(JsonNode tree, Class<T> type) {
        RecordReader reader = new RecordReader();
        Object value = reader.record(tree, "", type);
        boolean whole = value != null && reader.violations.isEmpty();
        return new Reading<>(
                whole ? Optional.ofNullable(type.cast(value)) : Optional.empty(), List.copyOf(reader.violations));
    }

    private @Nullable Object record(JsonNode node, String pointer, Class<?> type) {
        if (!node.isObject()) {
            return wrong(pointer, "type", "an object", node);
        }
        int before = violations.size();
        RecordComponent[] components = Members.of(type);
        @Nullable Object[] arguments = new @Nullable Object[components.length];
        Set<String> known = new HashSet<>();
        for (int i = 0; i < components.length; i++) {
            String name = Members.name(components[i]);
            known.add(name);
            arguments[i] = component(node.path(name), Pointers.child(pointer, name), components[i]);
        }
        Object made = fill(components, arguments, pointer, before)
                ? construct(type, components, arguments, pointer, violations.size() > before)
                : null;
        refuseUnknown((ObjectNode) node, pointer, known, type);
        return violations.size() > before ? null : made;
    }

    /**
     * Puts a text in the place of each required text that has a fault of its own, so that the constructor can name further
     * faults; false where that is no use, because something that is not a plain value is missing or wrong.
     */
    private boolean fill(RecordComponent[] components, @Nullable Object[] arguments, String pointer, int before) {
        for (Violation violation : violations.subList(before, violations.size())) {
            if (Arrays.stream(components)
                    .filter(Members::isPlain)
                    .noneMatch(one -> Pointers.child(pointer, Members.name(one)).equals(violation.pointer()))) {
                return false;
            }
        }
        for (int i = 0; i < components.length; i++) {
            if (arguments[i] == null && !Members.isOptional(components[i])) {
                if (components[i].getType() != String.class) {
                    return false;
                }
                arguments[i] = STAND_IN;
            }
        }
        return true;
    }

    private void refuseUnknown(ObjectNode node, String pointer, Set<String> known, Class<?> type) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (known.contains(name) || name.equals("type") && Members.fixedType(type, node.get(name))) {
                continue;
            }
            violations.add(new Violation(
                    Pointers.child(pointer, name),
                    "unknown-member",
                    "\"" + name + "\" is not a member here; expected one of "
                            + String.join(", ", new java.util.TreeSet<>(known)) + "."));
        }
    }

    private @Nullable Object component(JsonNode node, String pointer, RecordComponent component) {
        Type type = component.getGenericType();
        boolean list = component.getType() == List.class;
        if (node.isMissingNode()) {
            if (list) {
                return List.of();
            }
            if (!Members.isOptional(component)) {
                violations.add(new Violation(
                        pointer, "required", "\"" + Members.name(component) + "\" is required, and is missing."));
            }
            return null;
        }
        if (node.isNull()) {
            violations.add(new Violation(pointer, "null", "null is not a value here; leave the member out instead."));
            return null;
        }
        return list ? list(node, pointer, (ParameterizedType) type) : value(node, pointer, component.getType());
    }

    private @Nullable Object list(JsonNode node, String pointer, ParameterizedType type) {
        if (!node.isArray()) {
            return wrong(pointer, "type", "an array", node);
        }
        Class<?> item = (Class<?>) type.getActualTypeArguments()[0];
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            Object read = value(node.get(i), pointer + "/" + i, item);
            if (read != null) {
                items.add(read);
            }
        }
        return items;
    }

    private @Nullable Object value(JsonNode node, String pointer, Class<?> type) {
        if (type.isRecord() && !Scalars.isText(type)) {
            return record(node, pointer, type);
        }
        try {
            return Scalars.read(node, type);
        } catch (IllegalArgumentException e) {
            return violation(pointer, "invalid", String.valueOf(e.getMessage()));
        }
    }

    /**
     * Makes the record. A constructor stops at its first fault; where that names a component that may be absent, the rest
     * is tried without it, so that the faults behind it are named as well.
     */
    private @Nullable Object construct(
            Class<?> type,
            RecordComponent[] components,
            @Nullable Object[] arguments,
            String pointer,
            boolean incomplete) {
        int before = violations.size();
        for (int attempt = 0; attempt <= components.length; attempt++) {
            try {
                Object made = Members.constructor(type, components).newInstance(arguments);
                return violations.size() > before ? null : made;
            } catch (InvocationTargetException e) {
                if (!(e.getCause() instanceof IllegalArgumentException refused)) {
                    throw new IllegalStateException(type + " cannot be made", e);
                }
                String message = String.valueOf(refused.getMessage());
                String place = Members.pointer(pointer, message, components);
                if ((incomplete || attempt > 0) && place.equals(pointer)) {
                    return null; // a fault of the whole may come from what was left out
                }
                if (violations.stream().noneMatch(one -> one.pointer().equals(place))) {
                    violation(place, "invalid", message);
                }
                if (!Members.leaveOut(message, components, arguments)) {
                    return null;
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(type + " cannot be made", e);
            }
        }
        return null;
    }

    private @Nullable Object wrong(String pointer, String code, String expected, JsonNode node) {
        return violation(pointer, code, "expected " + expected + ", got " + Scalars.kind(node));
    }

    private @Nullable Object violation(String pointer, String code, String detail) {
        violations.add(new Violation(pointer, code, detail.endsWith(".") ? detail : detail + "."));
        return null;
    }
}
