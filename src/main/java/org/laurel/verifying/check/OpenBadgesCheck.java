package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.CredentialKind;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.LintFinding;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Does it keep the rules of Open Badges and of the data model? The same rules as for badges that we issue. */
@Singleton
final class OpenBadgesCheck extends Check {
    private static final int MOST_PROBLEMS = 100;

    private final CredentialLinter linter;
    private final Workers workers;

    OpenBadgesCheck(CredentialLinter linter, Workers workers) {
        super(
                "open-badges",
                "It keeps the rules of Open Badges",
                "OB 3.0 Verification and Validation",
                true,
                Set.of("parse"));
        this.linter = linter;
        this.workers = workers;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        UnverifiedCredential credential = examination.credential();
        return workers.compute(() ->
                        credential.once(id(), () -> result(credential.document(), findings(credential.document()))))
                .map(result -> new Examined(result, examination));
    }

    /**
     * A credential around a schema is no badge, and what is in the schema is no claim; nor is one that says of nobody what
     * they achieved. All else holds for them, too.
     */
    private List<LintFinding> findings(CredentialDocument document) {
        List<LintFinding> findings = linter.findings(document);
        return isNoBadge(document)
                ? findings.stream()
                        .filter(finding -> !finding.pointer().equals("/type")
                                && !finding.pointer().startsWith("/credentialSubject/"))
                        .toList()
                : findings;
    }

    private static boolean isNoBadge(CredentialDocument document) {
        return CredentialKind.of(document) == CredentialKind.OTHER
                && Placed.each(document.json().path("credentialSubject"), "").stream()
                        .noneMatch(subject -> subject.json().has("achievement"));
    }

    private static CheckResult result(CredentialDocument document, List<LintFinding> findings) {
        if (findings.isEmpty()) {
            return isNoBadge(document)
                    ? CheckResult.skipped("it is no Open Badge: their rules do not apply")
                    : CheckResult.passed("");
        }
        boolean broken = findings.stream().anyMatch(f -> f.severity() == LintFinding.Severity.ERROR);
        List<Problem> problems = findings.stream()
                .limit(MOST_PROBLEMS)
                .map(f -> new Problem(
                        ProblemKind.RULE_BROKEN, f.rule() + ": " + f.detail() + " (" + f.clause() + ")", f.pointer()))
                .toList();
        return new CheckResult(broken ? CheckOutcome.FAILED : CheckOutcome.WARNING, "", problems);
    }
}
