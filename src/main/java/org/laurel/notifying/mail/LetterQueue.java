package org.laurel.notifying.mail;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterState;

/** Letters whose time has come, which any number of workers on any number of machines share. */
interface LetterQueue {

    /** Takes letters that nobody holds, for a while: as many as are allowed by now, those that are not one of many first. */
    Uni<List<Claim>> claim(Instant now, int most);

    /** Ends one, unless somebody else has taken it over; what was refused or failed is an event, too. */
    Uni<Void> settle(Claim claim, LetterState state, String answer);

    /** Gives one back, to be tried again. */
    Uni<Void> postpone(Claim claim, Instant due, String answer);

    /**
     * A letter that was taken.
     *
     * @param number its row number
     * @param id its public id
     * @param letter the letter, without its secret
     * @param sealedSecret the secret as it is kept, or null
     * @param lease shows that it was taken by us
     * @param attempts how often it was tried, with this time
     * @param firstTriedAt when it was tried first
     */
    record Claim(
            long number,
            String id,
            Letter letter,
            byte @Nullable [] sealedSecret,
            UUID lease,
            int attempts,
            Instant firstTriedAt) {

        @Override
        public String toString() {
            return "Claim[" + id + "]";
        }
    }
}
