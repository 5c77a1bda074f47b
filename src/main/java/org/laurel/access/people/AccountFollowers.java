package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a part of the service has to do when an account goes, in the transaction that lets it go. */
public interface AccountFollowers {

    /** Forgets what says who they were. */
    Uni<Void> erased(Mutiny.StatelessSession session, long account);

    /** Hands over what was theirs. */
    Uni<Void> merged(Mutiny.StatelessSession session, long from, long into);
}
