package org.laurel.issuing.calibration;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far an assessor is with the training for a micro-credential; pure.
 *
 * @param needed how many items they have to score
 * @param percent on how many of a hundred criteria of the last of these they have to agree
 * @param items in use, and those that they have scored, in the order of scoring, the open ones after them
 * @param admission how they were admitted; null when they were not
 */
record TrainingState(
        int needed, int percent, List<Item> items, @Nullable Admission admission) {

    /** Copies the list. */
    TrainingState {
        items = List.copyOf(items);
    }

    /**
     * An item.
     *
     * @param id its public id
     * @param n how many criteria were scored; 0 when it is open
     * @param same how many of them as the truth says
     */
    record Item(String id, long n, long same) {
        boolean isScored() {
            return n > 0;
        }
    }

    /** How somebody was admitted: by {@code training}, or {@code by-hand}. */
    record Admission(String how, @Nullable String reason) {}

    private List<Item> scored() {
        return items.stream().filter(Item::isScored).toList();
    }

    /** How many they have scored. */
    int done() {
        return scored().size();
    }

    /** How many are asked of them: no more than there are. */
    int asked() {
        return Math.min(needed, items.size());
    }

    /** What they have scored of the last that count. */
    private List<Item> last() {
        List<Item> scored = scored();
        return scored.subList(Math.max(0, scored.size() - asked()), scored.size());
    }

    /** On which share of the criteria of the last that count they agree with the truth; empty before the first. */
    Optional<Double> agreement() {
        long n = last().stream().mapToLong(Item::n).sum();
        long same = last().stream().mapToLong(Item::same).sum();
        return n == 0 ? Optional.empty() : Optional.of((double) same / n);
    }

    /** Whether they have scored enough, well enough. */
    boolean isPassed() {
        long n = last().stream().mapToLong(Item::n).sum();
        long same = last().stream().mapToLong(Item::same).sum();
        return done() >= asked() && same * 100 >= n * percent;
    }

    /** Whether evidence comes to them: they were admitted, or there is nothing to train on. */
    boolean opensDesk() {
        return admission != null || items.isEmpty();
    }

    /** What they have to do, in words. */
    String detail(String achievement) {
        if (opensDesk()) {
            return "Evidence for it comes to you.";
        }
        String where = " (GET /api/v1/achievements/" + achievement + "/training)";
        String asks = "Before evidence for it comes to you, score " + asked()
                + " training items, agreeing with the truth on " + percent + " of a hundred criteria" + where + ". ";
        if (done() < items.size()) {
            return asks + "You have scored " + done()
                    + agreement()
                            .map(share -> ", and agree on " + Math.round(share * 100))
                            .orElse("") + ".";
        }
        return asks + "You have scored all there are, and agree on "
                + Math.round(agreement().orElse(0.0) * 100)
                + ". Allowed now: an owner admits you by hand, or adds training items.";
    }
}
