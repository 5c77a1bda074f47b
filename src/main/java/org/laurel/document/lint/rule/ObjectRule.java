package org.laurel.document.lint.rule;

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
        return PlacedObject.all(document).stream().flatMap(this::judge).toList();
    }

    /** What is wrong with one object. */
    abstract Stream<LintFinding> judge(PlacedObject object);
}
