package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** Whether an identity is hashed is a JSON boolean, not a text. */
@Singleton
final class BooleanForm extends ValueRule {

    BooleanForm() {
        super("boolean-form", "OB 3.0 serialization, booleans", ValueForm.BOOLEAN);
    }

    @Override
    Optional<LintFinding> judge(Member member, PlacedValue value) {
        return value.json().isBoolean() ? Optional.empty() : expected("true or false", value);
    }
}
