package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Does the issuer exist, and which keys does it publish? */
@Singleton
final class IssuerCheck extends Check {
    private final IssuerKeys keys;

    IssuerCheck(IssuerKeys keys) {
        super(
                "issuer",
                "What the issuer publishes of itself can be had",
                "VCDM 2.0 §4.7; DID 1.0 §7.1",
                true,
                Set.of("parse"));
        this.keys = keys;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        UnverifiedCredential credential = examination.credential();
        if (credential.isUnsignedPresentation()) {
            return now(CheckResult.skipped("nobody signed the presentation itself"), examination);
        }
        String issuer = credential.signerId().orElse("");
        if (issuer.isEmpty()) {
            Problem problem = new Problem(ProblemKind.RULE_BROKEN, "nobody is named who signed it", "/issuer");
            return now(CheckResult.failed(problem), examination);
        }
        return keys.of(issuer)
                .map(document -> new Examined(
                        CheckResult.passed(
                                document.hostAway()
                                        ? CopyUsed.sentence("the issuer's", document.obtainedAt(), examination.now())
                                        : ""),
                        examination.with(document)))
                .onFailure(KeyException.class)
                .recoverWithItem(failure -> new Examined(result((KeyException) failure), examination));
    }

    private static CheckResult result(KeyException failure) {
        Problem problem = failure.problem("/issuer");
        return failure.isOpen() ? CheckResult.indeterminate(problem) : CheckResult.failed(problem);
    }
}
