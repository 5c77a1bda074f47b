package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** Status, schema, refresh service and terms of use are objects that say of which type they are, and have a URI for an id if any. */
@Singleton
final class TypedObject extends ObjectRule {

    TypedObject() {
        super("typed-object", "VCDM 2.0 §4.10, §4.11, §5.4, §5.5");
    }

    @Override
    Stream<LintFinding> judge(PlacedObject object) {
        return object.shape().members().stream()
                .filter(member -> member.form() == ValueForm.TYPED_OBJECT
                        || member.shape().equals("CredentialSchema"))
                .flatMap(member -> object.values(member).stream())
                .filter(value -> value.json().isObject())
                .flatMap(this::judgeValue);
    }

    private Stream<LintFinding> judgeValue(PlacedValue value) {
        JsonNode type = value.json().path("type");
        if (!type.isTextual() && !(type.isArray() && !type.isEmpty())) {
            return Stream.of(error(value.pointer(), "expected an object with a type, got " + show(value.json())));
        }
        JsonNode id = value.json().path("id");
        boolean broken = !id.isMissingNode() && !(id.isTextual() && UriForm.isAbsolute(id.textValue()));
        return broken
                ? Stream.of(error(value.pointer() + "/id", "expected an absolute URI, got " + show(id)))
                : Stream.empty();
    }
}
