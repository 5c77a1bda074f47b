package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether a value is one that a result description allows (OB 3.0 data model, ResultDescription). */
final class AllowedValues {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,24}(\\.\\d{1,24})?");

    private AllowedValues() {}

    /** What was expected instead of the value; empty when it is allowed. */
    static Optional<String> expectedInsteadOf(String value, ObjectNode description) {
        JsonNode allowed = description.path("allowedValue");
        if (allowed.isArray() && !allowed.isEmpty()) {
            for (JsonNode item : allowed) {
                if (value.equals(item.textValue())) {
                    return Optional.empty();
                }
            }
            return Optional.of("one of the allowedValue");
        }
        Optional<BigDecimal> number = number(value);
        boolean below = number.isPresent()
                && number(description.path("valueMin").asText(""))
                        .filter(least -> number.get().compareTo(least) < 0)
                        .isPresent();
        boolean above = number.isPresent()
                && number(description.path("valueMax").asText(""))
                        .filter(most -> number.get().compareTo(most) > 0)
                        .isPresent();
        return below || above ? Optional.of("a value from valueMin to valueMax") : Optional.empty();
    }

    /** The number that a text is. */
    static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }
}
