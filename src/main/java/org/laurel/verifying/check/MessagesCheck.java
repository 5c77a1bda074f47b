package org.laurel.verifying.check;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.laurel.document.credential.OpenBadges;
import org.laurel.verifying.check.StatusEntries.Entry;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Has the issuer something to say about it? Validity does not hang on entries for {@code refresh}, {@code message} and others. */
@Singleton
final class MessagesCheck extends StatusCheck {
    private static final String REFRESH = "refresh";
    private static final Set<String> OF_OTHERS = Set.of("", OpenBadges.REVOCATION, OpenBadges.SUSPENSION);

    MessagesCheck(StatusLookup lookup) {
        super("status-messages", "What its issuer says of it since", false, lookup);
    }

    @Override
    boolean isMine(Entry entry) {
        return entry.kind().isPresent() && !OF_OTHERS.contains(entry.purpose());
    }

    @Override
    String nothing() {
        return "it names no list for messages";
    }

    @Override
    CheckResult result(Entry entry, StatusValue value) {
        if (!value.isSet()) {
            return CheckResult.passed(value.message().isEmpty() ? value.note() : value.message());
        }
        Problem problem = entry.purpose().equals(REFRESH)
                ? new Problem(ProblemKind.NEWER_VERSION, "a newer version exists", entry.pointer())
                : new Problem(ProblemKind.STATUS_MESSAGE, words(entry, value), entry.pointer());
        return new CheckResult(CheckOutcome.WARNING, value.note(), List.of(problem));
    }

    private static String words(Entry entry, StatusValue value) {
        return value.message().isEmpty()
                ? "the status for " + entry.purpose() + " is 0x" + Long.toHexString(value.value())
                : value.message();
    }
}
