package org.laurel.document.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedDocument;
import org.laurel.document.lint.PlacedMember;
import org.laurel.document.lint.PlacedObject;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** A rule about the values of all members of one form. */
abstract class ValueRule extends Rule {
    private final ValueForm form;

    ValueRule(String id, String clause, ValueForm form) {
        super(id, clause);
        this.form = form;
    }

    @Override
    public final List<LintFinding> findings(PlacedDocument document) {
        List<LintFinding> findings = new ArrayList<>(0);
        for (PlacedObject object : document.objects()) {
            for (PlacedMember member : object.members()) {
                if (member.member().form() == form) {
                    member.values()
                            .forEach(value -> judge(member.member(), value).ifPresent(findings::add));
                }
            }
        }
        return findings;
    }

    /** What is wrong with one value. */
    abstract Optional<LintFinding> judge(Member member, PlacedValue value);

    final Optional<LintFinding> expected(String what, PlacedValue value) {
        return Optional.of(error(value.pointer(), "expected " + what + ", got " + show(value.json())));
    }
}
