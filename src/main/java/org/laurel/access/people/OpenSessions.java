package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where people have signed in, as far as accounts need to know: they can be shown the door. */
public interface OpenSessions {

    /**
     * Ends the sessions of an account, in the caller's transaction.
     *
     * @param kept the public id of the one that goes on, if any
     */
    Uni<Void> end(Mutiny.StatelessSession session, long account, Optional<String> kept);
}
