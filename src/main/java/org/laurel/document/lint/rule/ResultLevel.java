package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** An achieved level is one of the levels of the description; one of another description of the same achievement passes with a warning, as an example of the standard does so. */
@Singleton
final class ResultLevel extends ResultRule {

    ResultLevel() {
        super("result-level", "OB 3.0 data model, Result.achievedLevel");
    }

    @Override
    Optional<LintFinding> judge(PlacedObject result, List<PlacedObject> descriptions) {
        JsonNode level = result.json().path("achievedLevel");
        if (!level.isTextual()) {
            return Optional.empty();
        }
        Optional<PlacedObject> named = describing(result, descriptions);
        if (named.isPresent() && Levels.of(named.get()).contains(level.textValue())) {
            return Optional.empty();
        }
        boolean elsewhere = descriptions.stream().anyMatch(d -> Levels.of(d).contains(level.textValue()));
        String detail = "expected the id of a level of the resultDescription, got " + show(level);
        return Optional.of(
                elsewhere ? warning(result.at("achievedLevel"), detail) : error(result.at("achievedLevel"), detail));
    }
}
