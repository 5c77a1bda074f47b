package org.laurel.access.passkey;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param id its public id
 * @param name what they call it
 * @param createdAt when it was added
 * @param usedAt when it was last signed in with
 */
record PasskeyView(
        String id, String name, Instant createdAt, @Nullable Instant usedAt) {
    static PasskeyView of(Passkey passkey) {
        return new PasskeyView(
                passkey.id(),
                passkey.name(),
                passkey.createdAt(),
                passkey.usedAt().orElse(null));
    }
}
