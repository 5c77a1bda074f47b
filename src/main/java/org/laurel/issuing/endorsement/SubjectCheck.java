package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Knows things of one kind that are hosted here, so that nobody endorses what is not there. */
public interface SubjectCheck {

    /** What the IRI names here; empty when it is of another kind, or of another origin; a 422 problem when it names nothing. */
    Uni<Optional<Subject>> find(String iri);

    /**
     * Something that can be endorsed.
     *
     * @param iri its own id, whatever address it was called by
     * @param issuerNo whose it is, or which organisation it is
     * @param vouchedFor whether it passed the programme's screening or review, and that still counts
     */
    record Subject(String iri, int issuerNo, boolean vouchedFor) {}

    /** The problem of an address of ours at which there is nothing. */
    static ProblemException unknown() {
        return ProblemException.of(
                ProblemType.INVALID,
                List.of(new Violation("/subject", "unknown", "There is nothing at this address here.")));
    }
}
