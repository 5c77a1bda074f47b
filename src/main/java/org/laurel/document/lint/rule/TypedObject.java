package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedMember;
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
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        for (PlacedMember member : object.members()) {
            if (member.member().form() == ValueForm.TYPED_OBJECT
                    || member.member().shape().equals("CredentialSchema")) {
                member.values().forEach(value -> judge(value, found));
            }
        }
    }

    private void judge(PlacedValue value, Consumer<LintFinding> found) {
        if (!value.json().isObject()) {
            return;
        }
        JsonNode type = value.json().path("type");
        JsonNode id = value.json().path("id");
        if (!type.isTextual() && !(type.isArray() && !type.isEmpty())) {
            found.accept(error(value.pointer(), "expected an object with a type, got " + show(value.json())));
        } else if (!id.isMissingNode() && !(id.isTextual() && UriForm.isAbsolute(id.textValue()))) {
            found.accept(error(value.pointer() + "/id", "expected an absolute URI, got " + show(id)));
        }
    }
}
