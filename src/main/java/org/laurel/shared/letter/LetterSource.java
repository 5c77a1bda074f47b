package org.laurel.shared.letter;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;

/** Says what letters of some kinds tell, and to whom. Found through CDI. */
public interface LetterSource {

    /** Which kinds. */
    Set<String> kinds();

    /**
     * What a letter tells as things stand now; empty when there is nobody to be told, or nothing any more.
     *
     * @param letter with its secret, if it holds one
     */
    Uni<Optional<LetterText>> text(Letter letter);
}
