package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.laurel.verifying.report.Problem;

/** Whether every word of a document has a meaning that a signature covers: JSON-LD in safe mode. CPU-bound, pure. */
@FunctionalInterface
public interface TermCheck {

    /** The first thing wrong; empty when nothing is. */
    Optional<Problem> problem(ObjectNode document);
}
