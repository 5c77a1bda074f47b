package org.laurel.access.oidc;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.laurel.access.people.EmailAddress;

/**
 * Somebody as the provider knows them.
 *
 * @param issuer whose word it is
 * @param subject who, at this issuer, for ever
 * @param address gives an address that the issuer vouches for, which it may have to be asked for; empty when it does not
 */
record ProviderIdentity(String issuer, String subject, Uni<Optional<EmailAddress>> address) {

    /** What the two are found again by: neither can hold the line end between them. */
    String key() {
        return "oidc\n" + issuer + "\n" + subject;
    }

    @Override
    public String toString() {
        return "ProviderIdentity[" + issuer + "]";
    }
}
