package org.laurel.access.passkey;

import java.time.Instant;
import java.util.Optional;

/**
 * A key that a device of somebody holds, and can sign with when they unlock it.
 *
 * @param id its public id
 * @param name what its owner calls it
 * @param createdAt when it was added
 * @param usedAt when it was last signed in with
 */
public record Passkey(String id, String name, Instant createdAt, Optional<Instant> usedAt) {}
