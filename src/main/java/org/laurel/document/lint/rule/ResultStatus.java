package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A result has a status when its description is of type Status. */
@Singleton
final class ResultStatus extends ResultRule {

    ResultStatus() {
        super("result-status", "OB 3.0 data model, Result.status");
    }

    @Override
    Optional<LintFinding> judge(PlacedObject result, List<PlacedObject> descriptions) {
        boolean needed = describing(result, descriptions)
                .filter(d -> "Status".equals(d.json().path("resultType").textValue()))
                .isPresent();
        return needed && !result.json().has("status")
                ? Optional.of(error(
                        result.pointer(), "expected a status, as the description's resultType is Status, got nothing"))
                : Optional.empty();
    }
}
