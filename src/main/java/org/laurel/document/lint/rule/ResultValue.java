package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A result value is one that its description allows. */
@Singleton
final class ResultValue extends ResultRule {

    ResultValue() {
        super("result-value", "OB 3.0 data model, Result.value");
    }

    @Override
    Optional<LintFinding> judge(PlacedObject result, List<PlacedObject> descriptions) {
        JsonNode value = result.json().path("value");
        return describing(result, descriptions)
                .filter(description -> value.isTextual())
                .flatMap(description -> AllowedValues.expectedInsteadOf(value.textValue(), description.json()))
                .map(what -> error(result.at("value"), "expected " + what + ", got " + show(value)));
    }
}
