package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** The value required to pass is one that the description allows, and its range is not upside down. */
@Singleton
final class RequiredValue extends ObjectRule {

    RequiredValue() {
        super("required-value", "OB 3.0 data model, ResultDescription.requiredValue");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        if (!object.shape().name().equals("ResultDescription")) {
            return;
        }
        JsonNode required = object.json().path("requiredValue");
        range(object).ifPresent(found);
        Optional.of(required)
                .filter(JsonNode::isTextual)
                .flatMap(text -> AllowedValues.expectedInsteadOf(text.textValue(), object.json()))
                .map(what -> error(object.at("requiredValue"), "expected " + what + ", got " + show(required)))
                .ifPresent(found);
    }

    private Optional<LintFinding> range(PlacedObject object) {
        Optional<BigDecimal> least =
                AllowedValues.number(object.json().path("valueMin").asText(""));
        Optional<BigDecimal> most =
                AllowedValues.number(object.json().path("valueMax").asText(""));
        return least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0
                ? Optional.of(error(object.at("valueMax"), "expected a value not below valueMin " + least.get()))
                : Optional.empty();
    }
}
