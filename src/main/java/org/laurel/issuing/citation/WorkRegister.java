package org.laurel.issuing.citation;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** A register of works by DOI. */
public interface WorkRegister {

    /**
     * Looks a work up.
     *
     * @return what it says; {@link Answer#unchecked} when it cannot be asked
     */
    Uni<Answer> find(Doi doi);

    /**
     * What a register says.
     *
     * @param work the work; empty when it knows none, or cannot be asked
     * @param why why it could not be asked; null when it could
     */
    record Answer(
            Optional<RegisteredWork> work,
            @org.jspecify.annotations.Nullable String why) {
        /** It knows the work. */
        static Answer of(RegisteredWork work) {
            return new Answer(Optional.of(work), null);
        }

        /** It knows no such work. */
        static Answer none() {
            return new Answer(Optional.empty(), null);
        }

        /** It could not be asked. */
        static Answer unchecked(String why) {
            return new Answer(Optional.empty(), why);
        }
    }
}
