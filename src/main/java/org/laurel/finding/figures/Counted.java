package org.laurel.finding.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.laurel.finding.figures.IssuerFigures.OfAchievement;
import org.laurel.finding.figures.IssuerFigures.OfAssessor;
import org.laurel.finding.figures.IssuerFigures.OfCriterion;
import org.laurel.issuing.calibration.Agreement;
import org.laurel.issuing.calibration.DriftWatch;

/**
 * What was counted at an organisation, from which its figures come; pure.
 *
 * @param all how evidence was decided on in all
 * @param achievements the same by micro-credential
 * @param assessors the same by assessor
 * @param pairs what two gave who scored the same work
 * @param planted what was given of planted items, beside the truth
 * @param last the last planted scores of each assessor
 */
record Counted(
        Decided all,
        Map<String, Decided> achievements,
        Map<String, Decided> assessors,
        List<Pair> pairs,
        List<Planted> planted,
        Map<String, Last> last) {

    /** Copies the lists. */
    Counted {
        achievements = Map.copyOf(achievements);
        assessors = Map.copyOf(assessors);
        pairs = List.copyOf(pairs);
        planted = List.copyOf(planted);
        last = Map.copyOf(last);
    }

    /** How evidence was decided on. */
    record Decided(
            long submissions, long decisions, @Nullable Double medianHours, long awarded) {
        static final Decided NONE = new Decided(0, 0, null, 0);

        @Nullable Double passRate() {
            return decisions == 0 ? null : (Double) ((double) awarded / decisions);
        }
    }

    /** A criterion of a micro-credential. */
    record Criterion(String achievement, String part, String criterion) implements Comparable<Criterion> {
        @Override
        public int compareTo(Criterion other) {
            return (achievement + "/" + part + "/" + criterion)
                    .compareTo(other.achievement + "/" + other.part + "/" + other.criterion);
        }
    }

    /** How often two assessors scored a criterion of the same work, and gave the same level. */
    record Pair(Criterion of, String one, String other, long n, long same) {
        boolean has(String assessor) {
            return one.equals(assessor) || other.equals(assessor);
        }
    }

    /** How often an assessor gave a level where another, or the same, was true. */
    record Planted(Criterion of, String assessor, Agreement.Pair levels) {}

    /** The last planted scores. */
    record Last(long n, long same) {
        static final Last NONE = new Last(0, 0);
    }

    /** The figures. */
    IssuerFigures figures() {
        Share pairwise = share(pair -> true);
        Agreement truth = truth(one -> true);
        return new IssuerFigures(
                all.submissions(),
                all.decisions(),
                all.medianHours(),
                all.passRate(),
                pairwise.share(),
                pairwise.n(),
                truth.kappa(),
                truth.n(),
                named(
                                achievements,
                                planted.stream()
                                        .map(one -> one.of().achievement())
                                        .toList())
                        .stream()
                        .map(this::ofAchievement)
                        .toList(),
                named(assessors, planted.stream().map(Planted::assessor).toList()).stream()
                        .map(this::ofAssessor)
                        .toList());
    }

    private static List<String> named(Map<String, Decided> decided, List<String> others) {
        TreeSet<String> names = new TreeSet<>(decided.keySet());
        names.addAll(others);
        return List.copyOf(names);
    }

    private OfAchievement ofAchievement(String id) {
        Decided decided = achievements.getOrDefault(id, Decided.NONE);
        Share pairwise = share(pair -> pair.of().achievement().equals(id));
        Agreement truth = truth(one -> one.of().achievement().equals(id));
        return new OfAchievement(
                id,
                decided.submissions(),
                decided.decisions(),
                decided.medianHours(),
                decided.passRate(),
                pairwise.share(),
                pairwise.n(),
                truth.kappa(),
                truth.n());
    }

    private OfAssessor ofAssessor(String id) {
        Decided decided = assessors.getOrDefault(id, Decided.NONE);
        Share pairwise = share(pair -> pair.has(id));
        Agreement truth = truth(one -> one.assessor().equals(id));
        Last newest = last.getOrDefault(id, Last.NONE);
        return new OfAssessor(
                id,
                decided.submissions(),
                decided.decisions(),
                decided.medianHours(),
                decided.passRate(),
                pairwise.share(),
                pairwise.n(),
                truth.kappa(),
                truth.n(),
                truth.agreement(),
                new Share(newest.n(), newest.same()).share(),
                newest.n(),
                DriftWatch.alarms(newest.n(), newest.same()),
                criteria(id));
    }

    private List<OfCriterion> criteria(String assessor) {
        TreeMap<Criterion, List<Agreement.Pair>> truths = new TreeMap<>();
        planted.stream().filter(one -> one.assessor().equals(assessor)).forEach(one -> truths.computeIfAbsent(
                        one.of(), key -> new ArrayList<>())
                .add(one.levels()));
        pairs.stream()
                .filter(pair -> pair.has(assessor))
                .forEach(pair -> truths.computeIfAbsent(pair.of(), key -> new ArrayList<>()));
        List<OfCriterion> criteria = new ArrayList<>();
        truths.forEach((criterion, levels) -> {
            Share pairwise = share(pair -> pair.has(assessor) && pair.of().equals(criterion));
            Agreement truth = Agreement.of(levels);
            criteria.add(new OfCriterion(
                    criterion.achievement(),
                    criterion.part(),
                    criterion.criterion(),
                    pairwise.share(),
                    pairwise.n(),
                    truth.kappa(),
                    truth.n(),
                    truth.agreement()));
        });
        return criteria;
    }

    /** A share of so many. */
    private record Share(long n, long same) {
        @Nullable Double share() {
            return n == 0 ? null : (Double) ((double) same / n);
        }
    }

    private Share share(Predicate<Pair> which) {
        List<Pair> some = pairs.stream().filter(which).toList();
        return new Share(
                some.stream().mapToLong(Pair::n).sum(),
                some.stream().mapToLong(Pair::same).sum());
    }

    private Agreement truth(Predicate<Planted> which) {
        return Agreement.of(planted.stream().filter(which).map(Planted::levels).toList());
    }
}
