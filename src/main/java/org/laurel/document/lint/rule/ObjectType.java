package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** Every object of a class names that class in its type; JSON-LD scopes terms to types, so without it they mean nothing. */
@Singleton
final class ObjectType extends ObjectRule {

    ObjectType() {
        super("object-type", "OB 3.0 serialization, type");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        if (!object.shape().typed()
                || names(object.json().path("type"), object.shape().name())) {
            return;
        }
        JsonNode type = object.json().path("type");
        String got = type.isMissingNode() ? "nothing" : show(type);
        found.accept(error(
                type.isMissingNode() ? object.pointer() : object.at("type"),
                "expected type " + object.shape().name() + ", got " + got));
    }

    private static boolean names(JsonNode type, String name) {
        if (!type.isArray()) {
            return name.equals(type.textValue());
        }
        boolean named = false;
        for (JsonNode item : type) {
            if (!item.isTextual()) {
                return false;
            }
            named |= name.equals(item.textValue());
        }
        return named;
    }
}
