package org.laurel.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/**
 * A verdict as a person sees it: told apart by words and a sign, not by colour alone.
 *
 * @param style the class of the box: {@code good}, {@code bad}, {@code unsure}
 * @param sign one character
 * @param word one or two words
 * @param sentence the report's summary
 */
public record Verdicts(String style, String sign, String word, String sentence) {
    /** A check that fails with a name of its own, and the key of that name. */
    private record Named(String check, String key) {}

    private static final String SUSPENDED = "verdict.suspended";
    private static final String EARLY = "verdict.not-yet-valid";
    private static final String EXPIRED = "verdict.expired";
    /** What may be otherwise another day. */
    private static final Set<String> PASSING = Set.of(SUSPENDED, EARLY);

    private static final List<Named> NAMED = List.of(
            new Named("revocation", "verdict.revoked"),
            new Named("suspension", SUSPENDED),
            new Named("proof", "verdict.not-genuine"));

    static Verdicts of(VerificationReport report, Wording words) {
        if (report.verified()) {
            return genuine(report, words);
        }
        if (fails(report, "parse")) {
            return new Verdicts("unsure", "?", words.text("verdict.unreadable"), report.summary());
        }
        if (report.outcome() != Verdict.FAILED) {
            return new Verdicts("unsure", "?", words.text("verdict.untold"), report.summary());
        }
        String key = key(report);
        boolean forNow = PASSING.contains(key);
        return new Verdicts(
                forNow ? "unsure" : "bad",
                forNow ? "!" : "✗",
                words.text(key),
                report.summary() + dated(key, report, words));
    }

    /** The day that decides, when days do. */
    private static String dated(String key, VerificationReport report, Wording words) {
        CredentialReport about = report.credential();
        String time = about == null
                ? null
                : switch (key) {
                    case EXPIRED -> about.validUntil();
                    case EARLY -> about.validFrom();
                    default -> null;
                };
        return Optional.ofNullable(time)
                .flatMap(ProofTimes::read)
                .map(moment -> " " + words.text(key + "-day", Moments.day(moment, words)))
                .orElse("");
    }

    /** Who asked whose it is gets that answer first: a genuine badge of somebody else is no good news. */
    private static Verdicts genuine(VerificationReport report, Wording words) {
        CheckOutcome whose = report.check("recipient").map(CheckReport::outcome).orElse(CheckOutcome.SKIPPED);
        return switch (whose) {
            case FAILED -> new Verdicts("unsure", "≠", words.text("verdict.another"), report.summary());
            case INDETERMINATE, NOT_RUN ->
                new Verdicts("unsure", "?", words.text("verdict.whose-untold"), report.summary());
            default ->
                isAboutAnother(report)
                        ? new Verdicts("unsure", "≠", words.text("verdict.not-holder"), report.summary())
                        : new Verdicts("good", "✓", words.text("verdict.verified"), report.summary());
        };
    }

    /** Whether a holder shows what is about somebody else, or a learner record carries it. */
    private static boolean isAboutAnother(VerificationReport report) {
        return report.check("credentials").stream()
                .flatMap(check -> check.problems().stream())
                .anyMatch(problem -> problem.kind() == ProblemKind.SUBJECT_NOT_HOLDER);
    }

    private static String key(VerificationReport report) {
        Optional<String> named = NAMED.stream()
                .filter(one -> fails(report, one.check()))
                .map(Named::key)
                .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        if (fails(report, "validity") && !fails(report, "issuer-key") && !fails(report, "hosted")) {
            return isEarly(report) ? EARLY : EXPIRED;
        }
        return "verdict.not-valid";
    }

    /** Whether its days are still to come. */
    static boolean isEarly(VerificationReport report) {
        return report.check("validity").stream()
                .flatMap(check -> check.problems().stream())
                .anyMatch(problem -> problem.kind() == ProblemKind.NOT_YET_VALID);
    }

    /** Whether a check failed. */
    static boolean fails(VerificationReport report, String check) {
        return report.check(check)
                .filter(found -> found.outcome() == CheckOutcome.FAILED)
                .isPresent();
    }
}
