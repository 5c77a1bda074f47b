package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** Criteria have a page or a text. */
@Singleton
final class CriteriaGiven extends ObjectRule {

    CriteriaGiven() {
        super("criteria-given", "OB 3.0 data model, Criteria");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        boolean silent = object.shape().name().equals("Criteria")
                && !object.json().has("id")
                && !object.json().has("narrative");
        if (silent) {
            found.accept(error(object.pointer(), "expected an id or a narrative, got neither"));
        }
    }
}
