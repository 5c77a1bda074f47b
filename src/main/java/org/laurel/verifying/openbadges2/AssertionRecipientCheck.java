package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.IdentityMatch;
import org.laurel.verifying.report.CheckResult;

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
        JsonNode named = findings.valid().path("recipient");
        CheckResult result = IdentityObject.isOf(named, recipient)
                ? CheckResult.passed("")
                : IdentityMatch.without(IdentityObject.isComparable(named, recipient), "/recipient");
        return now(result, examination);
    }
}
