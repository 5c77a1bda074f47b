package org.laurel.access.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A session as its owner gets to see it once.
 *
 * @param id its public id
 * @param account the public id of the account
 * @param name what its owner is called
 * @param endsAt when it ends by itself
 * @param token its token, when that was asked for in place of a cookie
 */
public record SignedIn(
        String id,
        String account,
        String name,
        Instant endsAt,
        @Nullable String token) {}
