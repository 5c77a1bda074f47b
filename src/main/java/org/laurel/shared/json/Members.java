package org.laurel.shared.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** How record components are called on the wire. */
final class Members {
    /** Classes that have no {@code type} of their own: {@code Criteria}. */
    private static final Set<String> WITHOUT_TYPE = Set.of("Criteria");

    /** Reflection makes all of this anew each time, and a file has a million rows. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private static final ConcurrentMap<RecordComponent, String> NAMES = new ConcurrentHashMap<>();
    private static final ConcurrentMap<RecordComponent, Boolean> OPTIONAL = new ConcurrentHashMap<>();

    private Members() {}

    /** The components of a record, the same ones each time; nobody changes the array. */
    static RecordComponent[] of(Class<?> type) {
        return COMPONENTS.get(type);
    }

    /** The component's name on the wire. */
    static String name(RecordComponent component) {
        return NAMES.computeIfAbsent(component, Members::readName);
    }

    private static String readName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null || property.value().isEmpty() ? component.getName() : property.value();
    }

    /** Whether the component may be absent. */
    static boolean isOptional(RecordComponent component) {
        return OPTIONAL.computeIfAbsent(component, one -> one.getAnnotatedType().isAnnotationPresent(Nullable.class));
    }

    /** Whether the component is a single value, neither a list nor an object. */
    static boolean isPlain(RecordComponent component) {
        Class<?> type = component.getType();
        return type != List.class && (!type.isRecord() || Scalars.isText(type));
    }

    /** Whether a given {@code type} member says just what the class is. */
    static boolean fixedType(Class<?> type, JsonNode given) {
        String expected = type.getSimpleName();
        boolean array = given.isArray()
                && given.size() == 1
                && expected.equals(given.get(0).textValue());
        return !WITHOUT_TYPE.contains(expected) && (array || expected.equals(given.textValue()));
    }

    /** The place of a fault that a constructor found: its message may begin with the component's name and a colon. */
    static String pointer(String object, String message, RecordComponent[] components) {
        for (RecordComponent component : components) {
            if (message.startsWith(component.getName() + ":")) {
                return Pointers.child(object, name(component));
            }
        }
        return object;
    }

    /** Leaves the component that a message names out of the arguments; false when it must be there. */
    static boolean leaveOut(String message, RecordComponent[] components, @Nullable Object[] arguments) {
        for (int i = 0; i < components.length; i++) {
            boolean optional = isOptional(components[i]);
            boolean list = components[i].getType() == List.class;
            if (message.startsWith(components[i].getName() + ":") && (optional || list)) {
                arguments[i] = list ? List.of() : null;
                return true;
            }
        }
        return false;
    }

    /** The canonical constructor, also of records that are not public. */
    static Constructor<?> constructor(Class<?> type, RecordComponent[] components) throws NoSuchMethodException {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Constructor<?> constructor = type.getDeclaredConstructor(types);
        constructor.setAccessible(true);
        return constructor;
    }
}
