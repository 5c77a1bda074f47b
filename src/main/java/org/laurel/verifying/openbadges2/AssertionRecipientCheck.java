package org.laurel.verifying.openbadges2;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Is the badge theirs? Asked only when a recipient is given; the badge's validity does not hang on it. */
final class AssertionRecipientCheck extends AssertionCheck {

    AssertionRecipientCheck() {
        super("recipient", "It belongs to the recipient", "Verification; IdentityObject", false, Set.of("open-badges"));
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        String recipient = examination.input().asked().recipient();
        if (recipient == null) {
            return skipped("nobody asked whose it is", examination);
        }
        if (findings.assertion().isStripped()) {
            return skipped(STRIPPED, examination);
        }
        boolean theirs = IdentityObject.isOf(findings.valid().path("recipient"), recipient);
        Problem problem =
                new Problem(ProblemKind.RECIPIENT_DIFFERS, "the identity is not the recipient asked for", "/recipient");
        return now(theirs ? CheckResult.passed("") : CheckResult.failed(problem), examination);
    }
}
