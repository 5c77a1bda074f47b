package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** Result descriptions and rubric levels of an achievement have different ids, so that results can refer to them. */
@Singleton
final class ResultIdsUnique extends ObjectRule {

    ResultIdsUnique() {
        super("result-ids-unique", "OB 3.0 data model, ResultDescription.id, RubricCriterionLevel.id");
    }

    @Override
    Stream<LintFinding> judge(PlacedObject object) {
        if (!object.shape().name().equals("Achievement")) {
            return Stream.empty();
        }
        Set<JsonNode> seen = new HashSet<>();
        return object.objects("resultDescription").stream()
                .flatMap(description ->
                        Stream.concat(Stream.of(description), description.objects("rubricCriterionLevel").stream()))
                .filter(described -> described.json().has("id"))
                .filter(described -> !seen.add(described.json().path("id")))
                .map(described -> error(
                        described.at("id"),
                        "expected an id of its own, got "
                                + show(described.json().path("id")) + " again"));
    }
}
