package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Optional;

/**
 * Slows down who guesses passwords. An attempt is counted before the password is looked at, so that many at once do not
 * slip through, and counts for the address whether or not anybody has it.
 */
public interface SignInGuard {

    /** Counts an attempt; gives how long to wait when it is not allowed yet. */
    Uni<Optional<Duration>> attempt(EmailAddress address);

    /** Forgets the attempts: the right password came. */
    Uni<Void> succeeded(EmailAddress address);
}
