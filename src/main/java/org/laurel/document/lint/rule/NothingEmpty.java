package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;
import org.laurel.document.lint.PlacedValue;

/** Nothing is null, and no array or object is empty: such members are left out. */
@Singleton
final class NothingEmpty extends Rule {

    NothingEmpty() {
        super("nothing-empty", "OB 3.0 serialization, null and empty values");
    }

    @Override
    public boolean appliesTo(PlacedDocument document) {
        return true;
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        List<LintFinding> findings = new ArrayList<>();
        search(PlacedValue.of(document.json()), findings);
        return findings;
    }

    private void search(PlacedValue place, List<LintFinding> findings) {
        JsonNode json = place.json();
        if (json.isNull()) {
            findings.add(error(place.pointer(), "expected a value or no member, got null"));
        } else if (json.isContainerNode() && json.isEmpty()) {
            findings.add(error(
                    place.pointer(),
                    "expected a value or no member, got an empty " + (json.isArray() ? "array" : "object")));
        }
        if (json.isContainerNode()) {
            place.forEach(inside -> search(inside, findings));
        }
    }
}
