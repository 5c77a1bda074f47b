package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** A status list says its purpose, holds a multibase text, and its time to live is not negative. */
@Singleton
final class StatusListSubject extends ObjectRule {

    StatusListSubject() {
        super("status-list-subject", "Bitstring Status List 1.0 §2.2");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        if (!object.shape().name().equals("BitstringStatusList")) {
            return;
        }
        JsonNode purpose = object.json().path("statusPurpose");
        if (!purpose.isTextual() && !(purpose.isArray() && !purpose.isEmpty())) {
            found.accept(error(object.pointer(), "expected a statusPurpose, got " + show(purpose)));
        }
        JsonNode list = object.json().path("encodedList");
        if (list.isTextual() && !list.textValue().startsWith("u")) {
            found.accept(error(object.at("encodedList"), "expected multibase text that starts with u"));
        }
        JsonNode ttl = object.json().path("ttl");
        if (ttl.isNumber() && (!ttl.isIntegralNumber() || ttl.decimalValue().signum() < 0)) {
            found.accept(error(object.at("ttl"), "expected milliseconds, got " + show(ttl)));
        }
    }
}
