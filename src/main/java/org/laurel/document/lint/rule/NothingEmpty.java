package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedValue;
import org.laurel.shared.json.Pointers;

/** Nothing is null, and no array or object is empty: such members are left out. */
@Singleton
final class NothingEmpty extends Rule {

    NothingEmpty() {
        super("nothing-empty", "OB 3.0 serialization, null and empty values");
    }

    @Override
    public boolean appliesTo(CredentialDocument document) {
        return true;
    }

    @Override
    public List<LintFinding> findings(CredentialDocument document) {
        List<LintFinding> findings = new ArrayList<>();
        search(new PlacedValue("", document.json()), findings);
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
        for (int i = 0; json.isArray() && i < json.size(); i++) {
            search(new PlacedValue(place.pointer() + "/" + i, json.get(i)), findings);
        }
        for (Map.Entry<String, JsonNode> member : json.properties()) {
            search(new PlacedValue(Pointers.child(place.pointer(), member.getKey()), member.getValue()), findings);
        }
    }
}
