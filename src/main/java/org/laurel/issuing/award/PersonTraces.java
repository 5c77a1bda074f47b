package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.sealing.Person;

/** What else is kept of persons, and goes when one is erased. Found through CDI. */
public interface PersonTraces {

    /** Forgets, in the caller's transaction, what is kept of the person who is found again by this value. */
    Uni<Void> erase(Mutiny.StatelessSession session, int issuerNo, byte[] lookup);

    /** Forgets what is kept under the person's number. */
    default Uni<Void> erase(Mutiny.StatelessSession session, Person person) {
        return Uni.createFrom().voidItem();
    }
}
