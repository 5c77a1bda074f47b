package org.laurel.document.lint.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;
import org.laurel.document.lint.PlacedObject;

/** A rule about single objects of the data model. */
abstract class ObjectRule extends Rule {

    ObjectRule(String id, String clause) {
        super(id, clause);
    }

    @Override
    public final List<LintFinding> findings(PlacedDocument document) {
        List<LintFinding> findings = new ArrayList<>(0);
        for (PlacedObject object : document.objects()) {
            judge(object, findings::add);
        }
        return findings;
    }

    /** Tells what is wrong with one object. */
    abstract void judge(PlacedObject object, Consumer<LintFinding> found);
}
