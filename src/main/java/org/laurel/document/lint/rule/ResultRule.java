package org.laurel.document.lint.rule;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A rule about results in the light of the descriptions in the same achievement. */
abstract class ResultRule extends ObjectRule {

    ResultRule(String id, String clause) {
        super(id, clause);
    }

    @Override
    final void judge(PlacedObject object, Consumer<LintFinding> found) {
        if (!object.shape().name().equals("AchievementSubject")
                || object.objects("result").isEmpty()) {
            return;
        }
        List<PlacedObject> descriptions = object.objects("achievement").stream()
                .flatMap(achievement -> achievement.objects("resultDescription").stream())
                .toList();
        object.objects("result").forEach(result -> judge(result, descriptions).ifPresent(found));
    }

    /** What is wrong with one result. */
    abstract Optional<LintFinding> judge(PlacedObject result, List<PlacedObject> descriptions);

    /** The description that a result names. */
    static Optional<PlacedObject> describing(PlacedObject result, List<PlacedObject> descriptions) {
        String id = result.json().path("resultDescription").asText("");
        return descriptions.stream()
                .filter(description -> id.equals(description.json().path("id").textValue()))
                .findFirst();
    }
}
