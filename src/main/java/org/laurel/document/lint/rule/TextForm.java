package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.Member;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** Texts are texts. A language map passes with a warning: the schemas of 2026 allow it, but no context gives it a meaning. */
@Singleton
final class TextForm extends ValueRule {

    TextForm() {
        super("text-form", "OB 3.0 data model, String", ValueForm.TEXT);
    }

    @Override
    Optional<LintFinding> judge(Member member, PlacedValue value) {
        if (value.json().isTextual()) {
            return value.json().textValue().isBlank()
                    ? Optional.of(warning(value.pointer(), "expected a text, got an empty one"))
                    : Optional.empty();
        }
        return isLanguageMap(value.json())
                ? Optional.of(warning(value.pointer(), "expected a text, got texts by language"))
                : expected("a text", value);
    }

    private static boolean isLanguageMap(JsonNode value) {
        for (JsonNode item : value) {
            if (!item.isTextual()) {
                return false;
            }
        }
        return value.isObject();
    }
}
