package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.CredentialKind;
import org.laurel.document.lint.LintFinding;

/** A learner record names the contexts of CLR 2.0 and of Open Badges 3.0, after the first. */
@Singleton
final class ContextLearnerRecord extends Rule {

    ContextLearnerRecord() {
        super("context-learner-record", "CLR 2.0 data model, Context");
    }

    @Override
    public boolean appliesTo(CredentialDocument document) {
        return CredentialKind.of(document) == CredentialKind.LEARNER_RECORD;
    }

    @Override
    public List<LintFinding> findings(CredentialDocument document) {
        List<String> contexts = document.contexts();
        boolean record = contexts.stream()
                .anyMatch(text -> OpenBadges.CLR_CONTEXT_PATTERN.matcher(text).matches());
        boolean badges = contexts.stream()
                .anyMatch(text -> OpenBadges.CONTEXT_PATTERN.matcher(text).matches());
        return record && badges
                ? List.of()
                : List.of(error("/@context", "expected the contexts of CLR 2.0 and of Open Badges 3.0"));
    }
}
