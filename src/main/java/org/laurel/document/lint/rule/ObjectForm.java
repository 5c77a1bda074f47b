package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedObject;
import org.laurel.document.lint.ValueForm;

/** Values of a class are objects, never bare URIs; an image most of all. */
@Singleton
final class ObjectForm extends ObjectRule {

    ObjectForm() {
        super("object-form", "OB 3.0 serialization, objects");
    }

    @Override
    Stream<LintFinding> judge(PlacedObject object) {
        return object.shape().members().stream()
                .filter(ObjectForm::wantsObject)
                .flatMap(member -> object.values(member).stream())
                .filter(value -> !value.json().isObject())
                .map(value -> error(value.pointer(), "expected an object, got " + show(value.json())));
    }

    private static boolean wantsObject(Member member) {
        return member.form() == ValueForm.OBJECT
                || member.form() == ValueForm.TYPED_OBJECT
                || member.form() == ValueForm.ENDORSEMENT;
    }
}
