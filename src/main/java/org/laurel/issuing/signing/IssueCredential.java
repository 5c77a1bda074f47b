package org.laurel.issuing.signing;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.LintException;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.LintedCredential;
import org.laurel.securing.proof.CredentialSigners;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.SecuredCredential;
import org.laurel.securing.proof.UnsignableCredentialException;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.Workers;

/** The only road to a signed credential: lint, sign, store; for one or many. One is a chunk of one. */
@ApplicationScoped
public class IssueCredential {
    private final CredentialLinter linter;
    private final CredentialSigners signers;
    private final SignedCredentials credentials;
    private final Database database;
    private final Workers workers;
    private final Clock clock;

    IssueCredential(
            CredentialLinter linter,
            CredentialSigners signers,
            SignedCredentials credentials,
            Database database,
            Workers workers,
            Clock clock) {
        this.linter = linter;
        this.signers = signers;
        this.credentials = credentials;
        this.database = database;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Lints, signs and stores.
     *
     * @param drafts what is to be signed
     * @param plan which keys sign
     * @param alongside what is stored in the same transaction: the awards, their events, the kept answer
     * @return what was signed, durable; fails with a 422 problem that names every broken rule
     */
    public Uni<List<SignedCredential>> issue(
            List<Draft> drafts, SigningPlan plan, Alongside<List<SignedCredential>> alongside) {
        return workers.compute(() -> {
                    List<SignedCredential> signed = sign(drafts, plan);
                    return new Made(signed, credentials.seal(drafts, signed));
                })
                .chain(made -> database.write(session -> made.sealed()
                        .add(session)
                        .chain(() -> alongside.store(session, made.signed()))
                        .replaceWith(made.signed())));
    }

    /**
     * Lints and signs what is about no person, such as an endorsement; it is given only to be stored in a transaction of the
     * caller's own.
     */
    public Uni<SignedCredential> sign(String publicId, Unsigned unsigned, SigningPlan plan) {
        return workers.compute(() -> secure(publicId, lint(unsigned), plan, clock.instant()));
    }

    private record Made(List<SignedCredential> signed, SignedCredentials.Sealed sealed) {}

    /** Runs work of composing and judging where it holds up nobody. */
    public <T> Uni<T> compute(Supplier<T> work) {
        return workers.compute(work);
    }

    /** Every rule that a document breaks, so that it would not be signed. */
    public List<Violation> faults(Unsigned unsigned) {
        try {
            unsigned.judgedBy(linter);
            return List.of();
        } catch (LintException e) {
            return violations(e.findings());
        }
    }

    private List<SignedCredential> sign(List<Draft> drafts, SigningPlan plan) {
        Instant now = clock.instant();
        List<SignedCredential> signed = new ArrayList<>();
        for (Draft draft : drafts) {
            LintedCredential linted = lint(draft.unsigned());
            signed.add(secure(draft.publicId(), linted, plan, now));
        }
        return signed;
    }

    private SignedCredential secure(String publicId, LintedCredential linted, SigningPlan plan, Instant now) {
        try {
            SecuredCredential json = plan.embedded().isEmpty()
                    ? null
                    : signers.of(ProofFormat.DATA_INTEGRITY).sign(linted, plan.embedded(), now);
            SecuredCredential jwt =
                    plan.jwt() == null ? null : signers.of(ProofFormat.VC_JWT).sign(linted, List.of(plan.jwt()), now);
            return new SignedCredential(publicId, json, jwt);
        } catch (UnsignableCredentialException e) {
            String place = e.pointer().isEmpty() ? "the credential" : e.pointer();
            throw ProblemException.of(
                    ProblemType.INVALID, List.of(new Violation("", "unsignable", place + ": " + e.getMessage())));
        }
    }

    private LintedCredential lint(Unsigned unsigned) {
        try {
            return unsigned.judgedBy(linter);
        } catch (LintException e) {
            throw ProblemException.of(ProblemType.INVALID, violations(e.findings()));
        }
    }

    private static List<Violation> violations(List<LintFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == LintFinding.Severity.ERROR)
                .map(finding -> new Violation(
                        "",
                        finding.rule(),
                        finding.pointer() + ": " + finding.detail() + " (" + finding.clause() + ")"))
                .toList();
    }
}
