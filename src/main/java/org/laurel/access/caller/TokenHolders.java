package org.laurel.access.caller;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Some of those who may hold a token: programs, people who have signed in. */
public interface TokenHolders {

    /** Whether tokens of theirs begin like this one; exactly one kind of holders says so. */
    boolean mayHold(String token);

    /** Who holds this token; empty when nobody does any more. */
    Uni<Optional<Caller>> holder(String token);
}
