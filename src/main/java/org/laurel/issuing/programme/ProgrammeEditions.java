package org.laurel.issuing.programme;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The collection of what the programme asks for; editions are numbered from 1 and never changed. */
public interface ProgrammeEditions {

    /** The rubric that counts now; the one of this build until the programme publishes its own. */
    Uni<Edition<ScreeningRubric>> screeningRubric();

    /** An edition of it; empty when there is none with this number. */
    Uni<Optional<Edition<ScreeningRubric>>> screeningRubric(int edition);

    /** Every edition of it, newest first. */
    Uni<List<Edition<ScreeningRubric>>> screeningRubrics();

    /** Publishes a new edition. */
    Uni<Edition<ScreeningRubric>> publish(ScreeningRubric rubric, String by);

    /**
     * What was published.
     *
     * @param number from 1
     * @param content what it says
     * @param publishedAt when; null for what comes with this build
     */
    record Edition<T>(int number, T content, Instant publishedAt) {}
}
