package org.laurel.issuing.calibration;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * How well two agree on the levels of the same work; pure.
 *
 * @param n how many pairs of levels were compared
 * @param agreement the share of them that are the same; null when there are none
 * @param kappa weighted kappa with quadratic weights (Cohen 1968), the second of each pair being the truth; null when the
 *     truth never varies, for then it says nothing
 */
public record Agreement(
        long n, @Nullable Double agreement, @Nullable Double kappa) {

    /**
     * Two levels of the same criterion, by their places in its rubric.
     *
     * @param one the level that was given
     * @param other the level that it is compared with
     * @param count how often the two came together
     */
    public record Pair(int one, int other, long count) {}

    /** Of pairs. */
    public static Agreement of(Collection<Pair> pairs) {
        long n = pairs.stream().mapToLong(Pair::count).sum();
        if (n == 0) {
            return new Agreement(0, null, null);
        }
        long same = pairs.stream()
                .filter(pair -> pair.one() == pair.other())
                .mapToLong(Pair::count)
                .sum();
        return new Agreement(n, (double) same / n, kappa(pairs, n));
    }

    /**
     * One less the observed squared distance over the one that chance would give. The mean squared distance of every level of
     * the one from every level of the other is the sum of both variances and the square of what their means differ by.
     */
    private static @Nullable Double kappa(Collection<Pair> pairs, long n) {
        double one = 0;
        double other = 0;
        for (Pair pair : pairs) {
            one += (double) pair.one() * pair.count() / n;
            other += (double) pair.other() * pair.count() / n;
        }
        double observed = 0;
        double spread = 0;
        double truth = 0;
        for (Pair pair : pairs) {
            observed += square(pair.one() - pair.other()) * pair.count() / n;
            spread += square(pair.one() - one) * pair.count() / n;
            truth += square(pair.other() - other) * pair.count() / n;
        }
        boolean varies = pairs.stream().map(Pair::other).distinct().count() > 1;
        return varies ? 1 - observed / (spread + truth + square(one - other)) : null;
    }

    private static double square(double number) {
        return number * number;
    }
}
