package org.laurel.issuing.batch;

import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** The file as a whole cannot be read, so that nothing of it is kept. */
final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient Violation violation;

    UnreadableFileException(ProblemType type, Violation violation) {
        super(violation.detail());
        this.type = type;
        this.violation = violation;
    }

    /** A fault at a row. */
    static UnreadableFileException atRow(int row, String code, String detail) {
        return new UnreadableFileException(
                ProblemType.MALFORMED, new Violation("row " + row, code, "Row " + row + ": " + detail + "."));
    }

    ProblemType type() {
        return type;
    }

    Violation violation() {
        return violation;
    }
}
