package org.laurel.issuing.issuer;

import java.time.Duration;
import java.util.Objects;
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
    private static final int SHARE = 20;
    private static final int DAYS = 14;
    private static final int HOURS = 48;

    /** What an organisation has that says nothing. */
    public static final AssessmentSettings DEFAULT = new AssessmentSettings(null, null, null);

    /** Fills what is not said, and bounds the rest. */
    public AssessmentSettings {
        doubleScored = Objects.requireNonNullElse(doubleScored, SHARE);
        promisedDays = Objects.requireNonNullElse(promisedDays, DAYS);
        claimHours = Objects.requireNonNullElse(claimHours, HOURS);
        within("doubleScored", doubleScored, 0, 100);
        within("promisedDays", promisedDays, 1, 365);
        within("claimHours", claimHours, 1, 720);
    }

    /** How many of a hundred submissions two assessors score. */
    public int share() {
        return Objects.requireNonNullElse(doubleScored, SHARE);
    }

    /** Within which time a decision is promised. */
    public Duration promise() {
        return Duration.ofDays(Objects.requireNonNullElse(promisedDays, DAYS));
    }

    /** How long an assessor who took one has for it. */
    public Duration claim() {
        return Duration.ofHours(Objects.requireNonNullElse(claimHours, HOURS));
    }

    private static void within(String member, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(member + ": expected " + least + " to " + most + ", got " + number);
        }
    }
}
