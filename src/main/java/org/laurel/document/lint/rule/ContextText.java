package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** Contexts are few, different, named by URL and stand at the top: a context written out, or one further down, could give other meanings to what was signed. */
@Singleton
final class ContextText extends Rule {

    ContextText() {
        super("context-text", "DI 1.0 §4.6");
    }

    private static final int MOST = 8;

    @Override
    public boolean appliesTo(PlacedDocument document) {
        return true;
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        JsonNode context = document.json().path("@context");
        List<LintFinding> findings = new ArrayList<>();
        Set<JsonNode> seen = new HashSet<>();
        for (int i = 0; context.isArray() && i < context.size(); i++) {
            if (!context.get(i).isTextual()) {
                findings.add(error("/@context/" + i, "expected the URL of a context, got a context written out"));
            } else if (!seen.add(context.get(i))) {
                findings.add(error("/@context/" + i, "the same context is listed twice"));
            }
        }
        if (context.isObject()) {
            findings.add(error("/@context", "expected the URLs of contexts, got a context written out"));
        }
        if (context.size() > MOST) {
            findings.add(error("/@context", "expected at most " + MOST + " contexts, got " + context.size()));
        }
        document.objects().stream()
                .filter(object -> !object.pointer().isEmpty() && object.json().has("@context"))
                .forEach(object -> findings.add(error(object.at("@context"), "a context may stand at the top only")));
        return findings;
    }
}
