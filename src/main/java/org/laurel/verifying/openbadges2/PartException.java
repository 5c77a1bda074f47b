package org.laurel.verifying.openbadges2;

import java.io.Serial;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** A document that an assertion hangs on could not be had. */
final class PartException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final boolean open;

    private PartException(ProblemKind kind, boolean open, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.open = open;
    }

    /** It leaves the question open. */
    static PartException open(ProblemKind kind, String detail) {
        return new PartException(kind, true, detail);
    }

    /** It answers the question: no. */
    static PartException wrong(ProblemKind kind, String detail) {
        return new PartException(kind, false, detail);
    }

    /** Whether another day could bring another answer. */
    boolean isOpen() {
        return open;
    }

    /** What came of the check that needed the document. */
    CheckResult result(String pointer) {
        Problem problem = new Problem(kind, Texts.brief(String.valueOf(getMessage())), pointer);
        return open ? CheckResult.indeterminate(problem) : CheckResult.failed(problem);
    }
}
