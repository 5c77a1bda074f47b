package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.laurel.issuing.hold.LegalHolds;

/** The collection of people for whom programs hand in, whom they know by ids of their own. */
interface Educators {

    /** Somebody, as a program of an organisation calls them. */
    record Known(int issuerNo, String userId, Optional<String> program) {}

    /** By what a legal hold knows them; empty when nothing is kept of them. */
    Uni<Optional<LegalHolds.Held>> held(Known educator);

    /**
     * Forgets all that was handed in for them; a 409 problem while they are held.
     *
     * @return of how many submissions
     */
    Uni<Integer> erase(Known educator, String by);
}
