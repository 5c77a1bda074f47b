package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedMember;
import org.laurel.document.lint.PlacedObject;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** Values of a class are objects, never bare URIs; an image most of all. */
@Singleton
final class ObjectForm extends ObjectRule {

    ObjectForm() {
        super("object-form", "OB 3.0 serialization, objects");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        for (PlacedMember member : object.members()) {
            if (wantsObject(member.member())) {
                judge(member.values(), found);
            }
        }
    }

    private void judge(List<PlacedValue> values, Consumer<LintFinding> found) {
        for (PlacedValue value : values) {
            if (!value.json().isObject()) {
                found.accept(error(value.pointer(), "expected an object, got " + show(value.json())));
            }
        }
    }

    private static boolean wantsObject(Member member) {
        return member.form() == ValueForm.OBJECT
                || member.form() == ValueForm.TYPED_OBJECT
                || member.form() == ValueForm.ENDORSEMENT;
    }
}
