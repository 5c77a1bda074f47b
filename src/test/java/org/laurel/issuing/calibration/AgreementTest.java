package org.laurel.issuing.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.coding.WeightedKappaAgreement;
import org.junit.jupiter.api.Test;

/** Agreement and kappa are what the literature and another library say they are. */
class AgreementTest {
    private static final double CLOSE = 1e-9;

    @Test
    void kappa_is_that_of_published_tables() {
        // Hout et al. 1987, in Agresti, Categorical Data Analysis (1990): R, vcd::Kappa(SexualFun, weights =
        // "Fleiss-Cohen")
        assertThat(kappa(new int[][] {{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}}))
                .isCloseTo(0.3320, within(0.00005));
        // two pathologists, Agresti, Categorical Data Analysis (2002), table 10.8, weights 1 - (a - b)² / 9
        assertThat(kappa(new int[][] {{22, 2, 2, 0}, {5, 7, 14, 0}, {0, 2, 36, 0}, {0, 1, 17, 10}}))
                .isCloseTo(0.78, within(0.005));
    }

    private static double kappa(int[][] table) {
        List<Agreement.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < table.length; i++) {
            for (int k = 0; k < table[i].length; k++) {
                pairs.add(new Agreement.Pair(i, k, table[i][k]));
            }
        }
        Double kappa = Agreement.of(pairs).kappa();
        assertThat(kappa).isNotNull();
        return kappa == null ? Double.NaN : kappa;
    }

    @Test
    void kappa_and_agreement_are_those_of_dkpro_agreement_whatever_was_scored() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int levels = 2 + random.nextInt(5);
            CodingAnnotationStudy study = new CodingAnnotationStudy(2);
            List<Agreement.Pair> pairs = new ArrayList<>();
            int n = 5 + random.nextInt(60);
            for (int i = 0; i < n; i++) {
                int truth = i < 2 ? i : random.nextInt(levels); // both of the lowest are there, so that it varies
                int given = random.nextInt(3) == 0 ? random.nextInt(levels) : truth;
                study.addItem(given, truth);
                pairs.add(new Agreement.Pair(given, truth, 1));
            }
            // distances are kept to 1 at most: the library divides by the largest that it meets, observed and expected
            // apart
            double most = levels * levels;
            double kappa = new WeightedKappaAgreement(
                            study, (of, one, other) -> Math.pow((Integer) one - (Integer) other, 2) / most)
                    .calculateAgreement();
            Agreement ours = Agreement.of(pairs);
            assertThat(ours.kappa()).as("seed %d, round %d", seed, round).isCloseTo(kappa, within(CLOSE));
            assertThat(ours.agreement())
                    .as("seed %d, round %d", seed, round)
                    .isCloseTo(new PercentageAgreement(study).calculateAgreement(), within(CLOSE));
            assertThat(ours.n()).isEqualTo(n);
        }
    }

    @Test
    void pairs_count_as_often_as_they_came() {
        List<Agreement.Pair> one =
                List.of(new Agreement.Pair(0, 0, 1), new Agreement.Pair(0, 0, 1), new Agreement.Pair(1, 2, 1));
        List<Agreement.Pair> counted = List.of(new Agreement.Pair(0, 0, 2), new Agreement.Pair(1, 2, 1));
        assertThat(Agreement.of(one)).isEqualTo(Agreement.of(counted));
    }

    @Test
    void of_nothing_nothing_is_known_and_where_the_truth_never_varies_no_kappa() {
        assertThat(Agreement.of(List.of())).isEqualTo(new Agreement(0, null, null));
        Agreement same = Agreement.of(List.of(new Agreement.Pair(1, 1, 30)));
        assertThat(same).isEqualTo(new Agreement(30, 1.0, null));
        Agreement apart = Agreement.of(List.of(new Agreement.Pair(0, 1, 3), new Agreement.Pair(1, 1, 1)));
        assertThat(apart).isEqualTo(new Agreement(4, 0.25, null));
    }

    @Test
    void who_gives_one_level_whatever_is_true_has_a_kappa_of_none() {
        assertThat(Agreement.of(List.of(new Agreement.Pair(1, 0, 5), new Agreement.Pair(1, 1, 5)))
                        .kappa())
                .isCloseTo(0.0, within(CLOSE));
    }

    @Test
    void an_alarm_needs_thirty_scores_and_fewer_than_eighty_of_a_hundred() {
        assertThat(DriftWatch.alarms(29, 0)).isFalse();
        assertThat(DriftWatch.alarms(30, 24)).isFalse();
        assertThat(DriftWatch.alarms(30, 23)).isTrue();
    }
}
