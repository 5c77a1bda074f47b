package org.laurel.document.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
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
    public final List<LintFinding> findings(CredentialDocument document) {
        return findings(document, PlacedObject.all(document));
    }

    @Override
    public final List<LintFinding> findings(CredentialDocument document, List<PlacedObject> objects) {
        List<LintFinding> findings = new ArrayList<>(0);
        for (PlacedObject object : objects) {
            for (Member member : object.shape().members(form)) {
                for (PlacedValue value : object.values(member)) {
                    judge(member, value).ifPresent(findings::add);
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
