package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** The first context is that of the data model: 2.0, or 1.1 when reading. */
@Singleton
final class ContextFirst extends Rule {

    ContextFirst() {
        super("context-first", "VCDM 2.0 §4.3");
    }

    @Override
    public boolean appliesTo(PlacedDocument document) {
        return true;
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        JsonNode context = document.json().path("@context");
        JsonNode first = context.isArray() ? context.path(0) : context;
        String text = first.textValue();
        return OpenBadges.CREDENTIALS_V2.equals(text) || OpenBadges.CREDENTIALS_V1.equals(text)
                ? List.of()
                : List.of(error(
                        context.isArray() && !context.isEmpty() ? "/@context/0" : "/@context",
                        "expected " + OpenBadges.CREDENTIALS_V2 + " as first context, got "
                                + (first.isMissingNode() ? "nothing" : show(first))));
    }
}
