package org.laurel.issuing.programme;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.laurel.shared.json.Bounds;

/**
 * What screeners score an application by.
 *
 * @param criteria what is looked at, each with its levels
 * @param passMark the least sum of scores that passes
 * @param mostDifference by how much the sums of two screeners may differ; beyond it a third decides
 * @param termMonths how long a screening counts
 */
public record ScreeningRubric(List<Criterion> criteria, int passMark, int mostDifference, int termMonths) {
    private static final int MOST = 20;

    /** Refuses what nobody could pass, or fail. */
    public ScreeningRubric {
        criteria = List.copyOf(criteria);
        if (criteria.isEmpty() || criteria.size() > MOST) {
            throw new IllegalArgumentException("criteria: expected 1 to " + MOST + ", got " + criteria.size());
        }
        Set<String> ids = new HashSet<>();
        criteria.forEach(one -> {
            if (!ids.add(one.id())) {
                throw new IllegalArgumentException("criteria: the id " + one.id() + " stands twice");
            }
        });
        int most = criteria.stream().mapToInt(Criterion::highest).sum();
        if (passMark < 1 || passMark > most) {
            throw new IllegalArgumentException("passMark: expected 1 to " + most + ", got " + passMark);
        }
        if (mostDifference < 0 || mostDifference > most) {
            throw new IllegalArgumentException("mostDifference: expected 0 to " + most + ", got " + mostDifference);
        }
        if (termMonths < 1 || termMonths > 120) {
            throw new IllegalArgumentException("termMonths: expected 1 to 120, got " + termMonths);
        }
    }

    /**
     * One thing that is looked at.
     *
     * @param id its name for machines
     * @param name what people call it
     * @param question what to ask oneself
     * @param levels what each score means, from 0 up
     */
    public record Criterion(String id, String name, String question, List<String> levels) {

        /** Refuses what cannot be scored. */
        public Criterion {
            levels = List.copyOf(levels);
            if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
                throw new IllegalArgumentException("id: expected lower-case letters, digits and hyphens");
            }
            Bounds.text("name", name, 200);
            Bounds.text("question", question, 1000);
            if (levels.size() < 2 || levels.size() > 10) {
                throw new IllegalArgumentException("levels: expected 2 to 10, got " + levels.size());
            }
        }

        /** The highest score. */
        public int highest() {
            return levels.size() - 1;
        }
    }
}
