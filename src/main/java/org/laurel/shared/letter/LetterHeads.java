package org.laurel.shared.letter;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Says in whose name letters are sent. Found through CDI. */
public interface LetterHeads {

    /** The organisation with this number; 0 is the programme. Empty when it has no profile. */
    Uni<Optional<Head>> of(int issuerNo);

    /**
     * In whose name.
     *
     * @param name what people call it
     * @param email where it reads answers
     */
    record Head(String name, Optional<String> email) {}
}
