package org.laurel.issuing.achievement;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a micro-credential asks of those who earn it and of those who assess it, beside its template. It may be
 * changed after publication, for badges do not say it.
 *
 * @param mostAttempts how often one submission may be handed in; null for as often as one likes
 * @param opensAt from when on evidence is taken; null for always
 * @param closesAt until when it is; null for ever
 * @param appealDays within how many days a decision may be appealed; null means 14, 0 means never
 * @param trainingItems how many training items an assessor scores before the first evidence; null means 3
 * @param trainingAgreement on how many of a hundred criteria of these they have to agree with the truth; null means 80
 * @param plantedShare how many planted items come on a hundred submissions; null means 5
 */
public record EarningTerms(
        @Nullable Integer mostAttempts,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable Integer appealDays,
        @Nullable Integer trainingItems,
        @Nullable Integer trainingAgreement,
        @Nullable Integer plantedShare) {
    private static final int DAYS = 14;
    private static final int ITEMS = 3;
    private static final int AGREEMENT = 80;
    private static final int SHARE = 5;

    /** What a micro-credential has that says nothing. */
    public static final EarningTerms DEFAULT = new EarningTerms(null, null, null, null, null, null, null);

    /** Fills what is not said, and bounds the rest. */
    public EarningTerms {
        appealDays = Objects.requireNonNullElse(appealDays, DAYS);
        trainingItems = Objects.requireNonNullElse(trainingItems, ITEMS);
        trainingAgreement = Objects.requireNonNullElse(trainingAgreement, AGREEMENT);
        plantedShare = Objects.requireNonNullElse(plantedShare, SHARE);
        within("mostAttempts", Objects.requireNonNullElse(mostAttempts, 1), 1, 100);
        within("appealDays", appealDays, 0, 365);
        within("trainingItems", trainingItems, 1, 50);
        within("trainingAgreement", trainingAgreement, 0, 100);
        within("plantedShare", plantedShare, 0, 50);
        if (opensAt != null && closesAt != null && !opensAt.isBefore(closesAt)) {
            throw new IllegalArgumentException("closesAt: expected a moment after opensAt");
        }
    }

    private static void within(String member, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(member + ": expected " + least + " to " + most + ", got " + number);
        }
    }

    /** Within which time a decision may be appealed. */
    public Duration appeal() {
        return Duration.ofDays(Objects.requireNonNullElse(appealDays, DAYS));
    }

    /** How many training items an assessor scores. */
    public int training() {
        return Objects.requireNonNullElse(trainingItems, ITEMS);
    }

    /** On how many of a hundred criteria they have to agree with the truth. */
    public int agreement() {
        return Objects.requireNonNullElse(trainingAgreement, AGREEMENT);
    }

    /** How many planted items come on a hundred submissions. */
    public int planted() {
        return Objects.requireNonNullElse(plantedShare, SHARE);
    }

    /** Whether evidence is taken no more. */
    public boolean isOver(Instant now) {
        return closesAt != null && !now.isBefore(closesAt);
    }

    /**
     * Why evidence is not taken; empty when it is.
     *
     * @param handedIn how often it was handed in before
     */
    public Optional<String> hindrance(int handedIn, Instant now) {
        if (opensAt != null && now.isBefore(opensAt)) {
            return Optional.of("Evidence is taken from " + opensAt + " on.");
        }
        if (isOver(now)) {
            return Optional.of("Evidence was taken until " + closesAt + ".");
        }
        if (mostAttempts != null && handedIn >= mostAttempts) {
            return Optional.of("It was handed in " + handedIn + (handedIn == 1 ? " time" : " times") + ", and at most "
                    + mostAttempts + (mostAttempts == 1 ? " is" : " are") + " allowed.");
        }
        return Optional.empty();
    }
}
