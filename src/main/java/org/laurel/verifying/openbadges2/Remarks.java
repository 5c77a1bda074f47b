package org.laurel.verifying.openbadges2;

import java.util.ArrayList;
import java.util.List;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Gathers what one check remarks, and comes to its result: one error and it fails, else one warning and it warns. */
final class Remarks {
    private static final int MOST = 20;

    private final List<Problem> problems = new ArrayList<>();
    private boolean broken;

    /** Something is wrong. */
    void error(ProblemKind kind, String detail, String pointer) {
        broken = true;
        problems.add(0, new Problem(kind, Texts.brief(detail), pointer));
    }

    /** A rule of the standard is broken. */
    void broken(String detail, String pointer) {
        error(ProblemKind.RULE_BROKEN, detail, pointer);
    }

    /** Something should be better or known. */
    void warning(ProblemKind kind, String detail, String pointer) {
        problems.add(new Problem(kind, Texts.brief(detail), pointer));
    }

    /** The result; the reason is told with it. */
    CheckResult result(String reason) {
        if (problems.isEmpty()) {
            return CheckResult.passed(reason);
        }
        List<Problem> told = problems.subList(0, Math.min(MOST, problems.size()));
        return new CheckResult(broken ? CheckOutcome.FAILED : CheckOutcome.WARNING, reason, told);
    }
}
