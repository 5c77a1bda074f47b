package org.laurel.verifying;

import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Why a line or a file of a batch was not judged: a bound of ours, or of the sender's, says nothing against a badge. */
enum Unjudged {
    /** Such a line holds more than a credential may. */
    LINE_TOO_LONG(ProblemKind.TOO_MUCH, "expected at most 1 MiB a line"),
    /** Such a file holds more than a picture may. */
    FILE_TOO_LARGE(ProblemKind.TOO_MUCH, "expected at most 10 MiB a file"),
    /** There is nothing in it. */
    EMPTY(ProblemKind.NOT_READABLE, "the file is empty"),
    /** Its compressed bytes are cut off or changed. */
    BROKEN(
            ProblemKind.BATCH_NOT_READ,
            "the archive is cut off or damaged within this file; it cannot be read from here on"),
    /** The next file has no beginning that one could trust. */
    ARCHIVE_BROKEN(ProblemKind.BATCH_NOT_READ, "the archive cannot be read from here on"),
    /** It asks for a password. */
    ENCRYPTED(ProblemKind.BATCH_NOT_READ, "the archive is protected by a password; it cannot be read from here on"),
    /** The rest of a batch of too many. */
    TOO_MANY(
            ProblemKind.BATCH_NOT_READ,
            "expected at most " + BatchVerifier.MOST_LINES + " lines or files; nothing from here on was judged"),
    /** The rest of a batch of too many bytes. */
    CUT_OFF(
            ProblemKind.BATCH_NOT_READ,
            "the batch is larger than is taken at once; nothing from this line on was judged");

    private final ProblemKind kind;
    private final String detail;

    Unjudged(ProblemKind kind, String detail) {
        this.kind = kind;
        this.detail = detail;
    }

    /** What the first check says. */
    CheckResult result() {
        Problem problem = Problem.of(kind, detail);
        return this == EMPTY ? CheckResult.failed(problem) : CheckResult.indeterminate(problem);
    }
}
