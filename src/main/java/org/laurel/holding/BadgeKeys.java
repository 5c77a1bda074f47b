package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What lets the holder of a badge manage it without an account. */
public interface BadgeKeys {

    /**
     * Sends a link that works once to the address that a badge was awarded to. Whether anything was sent is told to nobody: there
     * may be no such badge, no address, or enough links already.
     */
    Uni<Void> send(String credential);

    /** Whether a link can be used now; looking does not use it. */
    Uni<Boolean> isOpen(String credential, String link);

    /** Uses a link; gives the token of a session that is good for this badge alone, or nothing. */
    Uni<Optional<String>> enter(String credential, String link);

    /** Whether a session is good for this badge. */
    Uni<Boolean> isGood(String credential, String session);
}
