package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** Result descriptions and rubric levels of an achievement have different ids, so that results can refer to them. */
@Singleton
final class ResultIdsUnique extends ObjectRule {

    ResultIdsUnique() {
        super("result-ids-unique", "OB 3.0 data model, ResultDescription.id, RubricCriterionLevel.id");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        if (!object.shape().name().equals("Achievement")) {
            return;
        }
        Set<JsonNode> seen = new HashSet<>();
        for (PlacedObject description : object.objects("resultDescription")) {
            judge(description, seen, found);
            description.objects("rubricCriterionLevel").forEach(level -> judge(level, seen, found));
        }
    }

    private void judge(PlacedObject described, Set<JsonNode> seen, Consumer<LintFinding> found) {
        JsonNode id = described.json().path("id");
        if (!id.isMissingNode() && !seen.add(id)) {
            found.accept(error(described.at("id"), "expected an id of its own, got " + show(id) + " again"));
        }
    }
}
