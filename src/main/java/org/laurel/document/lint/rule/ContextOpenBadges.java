package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.CredentialKind;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** The second context is that of Open Badges 3.0; versions before 3.0.3 are old. */
@Singleton
final class ContextOpenBadges extends Rule {

    ContextOpenBadges() {
        super("context-open-badges", "OB 3.0 data model, Context");
    }

    @Override
    public boolean appliesTo(PlacedDocument document) {
        CredentialKind kind = document.kind();
        return kind == CredentialKind.BADGE || kind == CredentialKind.ENDORSEMENT;
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        JsonNode second = document.json().path("@context").path(1);
        String text = second.asText("");
        if (OpenBadges.CONTEXT.equals(text)) {
            return List.of();
        }
        if (isOpenBadges(text)) {
            return List.of(warning("/@context/1", "an old or unversioned context: expected " + OpenBadges.CONTEXT));
        }
        return List.of(error(
                second.isMissingNode() ? "/@context" : "/@context/1",
                "expected " + OpenBadges.CONTEXT + " as second context, got "
                        + (second.isMissingNode() ? "nothing" : show(second))));
    }

    private static boolean isOpenBadges(String text) {
        return OpenBadges.CONTEXT_ALIAS.equals(text)
                || OpenBadges.CONTEXT_PATTERN.matcher(text).matches();
    }
}
