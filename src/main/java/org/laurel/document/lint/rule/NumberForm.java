package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** Credits and coordinates are JSON numbers, not texts. */
@Singleton
final class NumberForm extends ValueRule {

    NumberForm() {
        super("number-form", "OB 3.0 serialization, numbers", ValueForm.NUMBER);
    }

    @Override
    Optional<LintFinding> judge(Member member, PlacedValue value) {
        return value.json().isNumber() ? Optional.empty() : expected("a number", value);
    }
}
