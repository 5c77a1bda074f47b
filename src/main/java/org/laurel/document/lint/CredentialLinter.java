package org.laurel.document.lint;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.laurel.document.credential.CredentialDocument;

/** Judges credentials by every rule there is: pure, without network or clock; the one rule book for both ways. */
@Singleton
public final class CredentialLinter {
    private final List<LintRule> rules;

    /** With every rule that CDI finds. */
    public CredentialLinter(@All List<LintRule> rules) {
        this.rules = rules.stream().sorted(Comparator.comparing(LintRule::id)).toList();
    }

    /** All findings, rule by rule; the proof is not looked at. Never throws on strange documents. */
    public List<LintFinding> findings(CredentialDocument document) {
        PlacedDocument unsecured = PlacedDocument.of(document.withoutProof());
        List<LintFinding> findings = new ArrayList<>();
        for (LintRule rule : rules) {
            if (rule.appliesTo(unsecured)) {
                findings.addAll(rule.findings(unsecured));
            }
        }
        return List.copyOf(findings);
    }

    /**
     * Passes a document on to be signed.
     *
     * @throws LintException when a rule finds an error
     */
    public LintedCredential lint(CredentialDocument document) throws LintException {
        List<LintFinding> findings = findings(document);
        if (findings.stream().anyMatch(f -> f.severity() == LintFinding.Severity.ERROR)) {
            throw new LintException(findings);
        }
        return new LintedCredential(document, document.json().toString().getBytes(StandardCharsets.UTF_8), null);
    }
}
