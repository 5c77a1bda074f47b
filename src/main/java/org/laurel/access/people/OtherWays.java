package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ways to sign in beside the password, as far as accounts need to know: they can be closed. */
public interface OtherWays {

    /** Closes all of an account, in the caller's transaction. */
    Uni<Void> closeAll(Mutiny.StatelessSession session, long account);
}
