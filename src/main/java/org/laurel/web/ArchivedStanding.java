package org.laurel.web;

import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/** What a copy of a badge's page may say of its standing: only what no later day can change. */
final class ArchivedStanding {
    private ArchivedStanding() {}

    /**
     * What stays: taken back, run out, or never genuine. All else a copy cannot tell.
     *
     * @param report of the day of the copy, in the reader's language
     */
    static Verdicts of(VerificationReport report, Wording words) {
        Verdicts then = Verdicts.of(report, words);
        boolean ended = Verdicts.fails(report, "validity") && !Verdicts.isEarly(report);
        if (Verdicts.fails(report, "revocation") || Verdicts.fails(report, "proof") || ended) {
            return then;
        }
        String day = Moments.day(report.verifiedAt(), words);
        String sentence = words.text(report.verified() ? "archive.then" : "archive.thenOtherwise", day);
        return new Verdicts("unsure", "?", words.text("verdict.untold"), sentence);
    }
}
