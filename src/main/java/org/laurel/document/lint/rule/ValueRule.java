package org.laurel.document.lint.rule;

import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedObject;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** A rule about the values of all members of one form. */
abstract class ValueRule extends ObjectRule {
    private final ValueForm form;

    ValueRule(String id, String clause, ValueForm form) {
        super(id, clause);
        this.form = form;
    }

    @Override
    final Stream<LintFinding> judge(PlacedObject object) {
        return object.shape().members().stream()
                .filter(member -> member.form() == form)
                .flatMap(member -> object.values(member).stream().flatMap(value -> judge(member, value).stream()));
    }

    /** What is wrong with one value. */
    abstract Optional<LintFinding> judge(Member member, PlacedValue value);

    final Optional<LintFinding> expected(String what, PlacedValue value) {
        return Optional.of(error(value.pointer(), "expected " + what + ", got " + show(value.json())));
    }
}
