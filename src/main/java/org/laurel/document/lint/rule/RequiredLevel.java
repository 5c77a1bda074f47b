package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** The level required to pass is one of the description's levels. */
@Singleton
final class RequiredLevel extends ObjectRule {

    RequiredLevel() {
        super("required-level", "OB 3.0 data model, ResultDescription.requiredLevel");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        JsonNode level = object.json().path("requiredLevel");
        boolean lost = object.shape().name().equals("ResultDescription")
                && level.isTextual()
                && !Levels.of(object).contains(level.textValue());
        if (lost) {
            found.accept(
                    error(object.at("requiredLevel"), "expected the id of a rubricCriterionLevel, got " + show(level)));
        }
    }
}
