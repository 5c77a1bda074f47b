package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.laurel.document.lint.CredentialKind;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** A presentation has one holder at most, and holds credentials as objects. */
@Singleton
final class PresentationForm extends Rule {

    PresentationForm() {
        super("presentation-form", "VCDM 2.0 §4.13");
    }

    @Override
    public boolean appliesTo(PlacedDocument document) {
        return document.kind() == CredentialKind.PRESENTATION;
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        List<LintFinding> findings = new ArrayList<>();
        JsonNode json = document.json();
        if (json.has("id") && !isUri(json.get("id"))) {
            findings.add(error("/id", "expected an absolute URI, got " + show(json.get("id"))));
        }
        JsonNode holder = json.path("holder");
        if (!holder.isMissingNode() && !isUri(holder) && !isUri(holder.path("id"))) {
            findings.add(error("/holder", "expected an absolute URI, or an object with one, got " + show(holder)));
        }
        credentials(json.path("verifiableCredential"), document.isVersionOne(), findings);
        return findings;
    }

    /** VCDM 1.1 also lets JWTs stand there as they are. */
    private void credentials(JsonNode credentials, boolean old, List<LintFinding> findings) {
        if (credentials.isMissingNode() || credentials.isObject()) {
            return;
        }
        if (!credentials.isArray()) {
            findings.add(error("/verifiableCredential", "expected credentials, got " + show(credentials)));
        }
        for (int i = 0; i < credentials.size(); i++) {
            if (!credentials.get(i).isObject() && !(old && credentials.get(i).isTextual())) {
                findings.add(
                        error("/verifiableCredential/" + i, "expected an object, got " + show(credentials.get(i))));
            }
        }
    }

    private static boolean isUri(JsonNode node) {
        return node.isTextual() && UriForm.isAbsolute(node.textValue());
    }
}
