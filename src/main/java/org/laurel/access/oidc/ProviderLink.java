package org.laurel.access.oidc;

import java.time.Instant;
import java.util.Optional;

/**
 * That an account is somebody's at the provider.
 *
 * @param id its public id
 * @param issuer whose word it is
 * @param subject who they are there
 * @param createdAt when they were first signed in by it
 * @param usedAt when they last were, after that
 */
public record ProviderLink(String id, String issuer, String subject, Instant createdAt, Optional<Instant> usedAt) {

    @Override
    public String toString() {
        return "ProviderLink[" + id + "]";
    }
}
