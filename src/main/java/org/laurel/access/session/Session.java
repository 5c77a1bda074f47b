package org.laurel.access.session;

import java.time.Instant;

/**
 * Where somebody has signed in.
 *
 * @param id its public id
 * @param agent what the browser called itself, shortened
 * @param createdAt when they signed in
 * @param seenAt when it was last used, to within five minutes
 * @param endsAt when it ends by itself
 */
public record Session(String id, String agent, Instant createdAt, Instant seenAt, Instant endsAt) {}
