package org.laurel.document.lint.rule;

import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** A rule about texts of one form; anything but a text breaks it, too. */
abstract class TextValueRule extends ValueRule {
    private final String what;

    TextValueRule(String id, String clause, ValueForm form, String what) {
        super(id, clause, form);
        this.what = what;
    }

    @Override
    final Optional<LintFinding> judge(Member member, PlacedValue value) {
        boolean fits = value.json().isTextual() && fits(member, value.json().textValue());
        return fits ? Optional.empty() : expected(what, value);
    }

    /** Whether the text has the form. */
    abstract boolean fits(Member member, String text);
}
