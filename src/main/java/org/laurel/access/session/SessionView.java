package org.laurel.access.session;

import java.time.Instant;
import java.util.Optional;

/**
 * A session as its owner sees it.
 *
 * @param id its public id
 * @param agent what the browser called itself
 * @param createdAt when they signed in
 * @param seenAt when it was last used
 * @param endsAt when it ends by itself
 * @param current whether it is the one that asks
 */
record SessionView(String id, String agent, Instant createdAt, Instant seenAt, Instant endsAt, boolean current) {
    static SessionView of(Session session, Optional<String> mine) {
        return new SessionView(
                session.id(),
                session.agent(),
                session.createdAt(),
                session.seenAt(),
                session.endsAt(),
                mine.equals(Optional.of(session.id())));
    }
}
