package org.laurel.document.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A rule about single objects of the data model. */
abstract class ObjectRule extends Rule {

    ObjectRule(String id, String clause) {
        super(id, clause);
    }

    @Override
    public final List<LintFinding> findings(CredentialDocument document) {
        return findings(document, PlacedObject.all(document));
    }

    @Override
    public final List<LintFinding> findings(CredentialDocument document, List<PlacedObject> objects) {
        List<LintFinding> findings = new ArrayList<>(0);
        for (PlacedObject object : objects) {
            judge(object).forEach(findings::add);
        }
        return findings;
    }

    /** What is wrong with one object. */
    abstract Stream<LintFinding> judge(PlacedObject object);
}
