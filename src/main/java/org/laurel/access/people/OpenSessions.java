package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where people have signed in, as far as accounts need to know: they can be shown the door. */
public interface OpenSessions {

    /** Ends every session of an account, in the caller's transaction. */
    Uni<Void> endAll(Mutiny.StatelessSession session, long account);
}
