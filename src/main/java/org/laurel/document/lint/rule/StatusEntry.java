package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;
import org.laurel.document.lint.PlacedValue;

/** A bitstring status entry says for what, where and at which index; the index is a text of digits. */
@Singleton
final class StatusEntry extends ObjectRule {

    StatusEntry() {
        super("status-entry", "Bitstring Status List 1.0 §2.1");
    }

    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        for (PlacedValue entry : object.values("credentialStatus")) {
            if (OpenBadges.STATUS_LIST_ENTRY.equals(entry.json().path("type").textValue())) {
                judgeEntry(entry, found);
            }
        }
    }

    private void judgeEntry(PlacedValue entry, Consumer<LintFinding> found) {
        JsonNode list = entry.json().path("statusListCredential");
        if (!list.isTextual() || !UriForm.isAbsolute(list.textValue())) {
            found.accept(
                    error(entry.pointer() + "/statusListCredential", "expected the URL of a list, got " + show(list)));
        }
        if (!entry.json().path("statusPurpose").isTextual()) {
            found.accept(error(
                    entry.pointer() + "/statusPurpose",
                    "expected a purpose such as revocation, got "
                            + show(entry.json().path("statusPurpose"))));
        }
        JsonNode index = entry.json().path("statusListIndex");
        if (!index.isTextual() || !INDEX.matcher(index.textValue()).matches()) {
            found.accept(error(
                    entry.pointer() + "/statusListIndex", "expected a text of decimal digits, got " + show(index)));
        }
        if (list.isTextual() && list.equals(entry.json().path("id"))) {
            found.accept(error(entry.pointer() + "/id", "expected an id other than the list's URL"));
        }
    }
}
