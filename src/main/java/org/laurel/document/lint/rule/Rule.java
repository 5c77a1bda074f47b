package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import org.laurel.document.lint.CredentialKind;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.LintRule;
import org.laurel.document.lint.PlacedDocument;

/** What every rule shares: its name, its clause, and the writing of findings. */
abstract class Rule implements LintRule {
    private final String id;
    private final String clause;

    Rule(String id, String clause) {
        this.id = id;
        this.clause = clause;
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String clause() {
        return clause;
    }

    /** Credentials of a kind that the data model describes, unless a rule says otherwise. */
    @Override
    public boolean appliesTo(PlacedDocument document) {
        return document.kind() != CredentialKind.OTHER && document.kind() != CredentialKind.PRESENTATION;
    }

    final LintFinding error(String pointer, String detail) {
        return new LintFinding(LintFinding.Severity.ERROR, id, pointer, detail, clause);
    }

    final LintFinding warning(String pointer, String detail) {
        return new LintFinding(LintFinding.Severity.WARNING, id, pointer, detail, clause);
    }

    /** A value in a sentence, short. */
    static String show(JsonNode value) {
        String text = value.toString();
        return text.length() <= 80 ? text : text.substring(0, 77) + "…";
    }
}
