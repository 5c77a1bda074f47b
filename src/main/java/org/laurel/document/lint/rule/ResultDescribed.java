package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A result names a description within the same achievement. */
@Singleton
final class ResultDescribed extends ResultRule {

    ResultDescribed() {
        super("result-described", "OB 3.0 data model, Result.resultDescription");
    }

    @Override
    Optional<LintFinding> judge(PlacedObject result, List<PlacedObject> descriptions) {
        boolean lost = result.json().path("resultDescription").isTextual()
                && describing(result, descriptions).isEmpty();
        return lost
                ? Optional.of(error(
                        result.at("resultDescription"),
                        "expected the id of a resultDescription of the achievement, got "
                                + show(result.json().path("resultDescription"))))
                : Optional.empty();
    }
}
