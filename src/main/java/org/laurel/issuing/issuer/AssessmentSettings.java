package org.laurel.issuing.issuer;

import org.jspecify.annotations.Nullable;

/**
 * How an organisation assesses evidence.
 *
 * @param doubleScored how many of a hundred submissions two assessors score, chosen by chance; null means 20
 * @param promisedDays within how many days a decision is promised; null means 14
 * @param claimHours how long an assessor who took one has for it; null means 48
 */
public record AssessmentSettings(
        @Nullable Integer doubleScored,
        @Nullable Integer promisedDays,
        @Nullable Integer claimHours) {
    /** What an organisation has that says nothing. */
    public static final AssessmentSettings DEFAULT = new AssessmentSettings(null, null, null);

    /** Fills what is not said, and bounds the rest. */
    public AssessmentSettings {
        doubleScored = doubleScored == null ? 20 : doubleScored;
        promisedDays = promisedDays == null ? 14 : promisedDays;
        claimHours = claimHours == null ? 48 : claimHours;
        within("doubleScored", doubleScored, 0, 100);
        within("promisedDays", promisedDays, 1, 365);
        within("claimHours", claimHours, 1, 720);
    }

    private static void within(String member, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(member + ": expected " + least + " to " + most + ", got " + number);
        }
    }
}
