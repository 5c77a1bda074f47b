package org.laurel.verifying.check;

import java.util.List;
import org.laurel.verifying.check.StatusEntries.Entry;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** The two status checks that a badge's validity hangs on: any value but 0 means that it was taken back. */
abstract class TakenBackCheck extends StatusCheck {
    private final String purpose;
    private final ProblemKind kind;

    TakenBackCheck(String id, String title, String purpose, ProblemKind kind, StatusLookup lookup) {
        super(id, title, true, lookup);
        this.purpose = purpose;
        this.kind = kind;
    }

    @Override
    boolean isMine(Entry entry) {
        return entry.kind().isPresent() && entry.purpose().equals(purpose);
    }

    @Override
    final String nothing() {
        return "it names no list for " + purpose;
    }

    @Override
    final CheckResult result(Entry entry, StatusValue value) {
        if (!value.isSet()) {
            return CheckResult.passed(value.note());
        }
        String words = value.message().isEmpty() ? "" : ": " + value.message();
        Problem problem = new Problem(kind, "the issuer's list says so" + words, entry.pointer());
        return new CheckResult(CheckOutcome.FAILED, value.note(), List.of(problem));
    }
}
