package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Knows things of one kind that are hosted here, so that nobody endorses what is not there. */
public interface SubjectCheck {

    /** Whether the IRI names one of them; empty when it is of another kind, or of another origin. */
    Uni<Optional<Boolean>> knows(String iri);
}
