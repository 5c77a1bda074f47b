package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.CredentialKind;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** A learner record names the contexts of CLR 2.0 and of Open Badges 3.0, after the first. */
@Singleton
final class ContextLearnerRecord extends Rule {

    ContextLearnerRecord() {
        super("context-learner-record", "CLR 2.0 data model, Context");
    }

    @Override
    public boolean appliesTo(PlacedDocument document) {
        return document.kind() == CredentialKind.LEARNER_RECORD;
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        List<String> contexts = document.document().contexts();
        boolean record = contexts.stream()
                .anyMatch(text -> OpenBadges.CLR_CONTEXT_PATTERN.matcher(text).matches());
        boolean badges = contexts.stream()
                .anyMatch(text -> OpenBadges.CONTEXT_PATTERN.matcher(text).matches());
        return record && badges
                ? List.of()
                : List.of(error("/@context", "expected the contexts of CLR 2.0 and of Open Badges 3.0"));
    }
}
