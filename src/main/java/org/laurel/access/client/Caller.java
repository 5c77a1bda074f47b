package org.laurel.access.client;

import java.util.OptionalInt;
import java.util.Set;
import org.laurel.access.role.Scope;

/**
 * Who calls.
 *
 * @param name how logs and the audit call them: {@code administrator}, or the client's public id
 * @param issuerNo the issuer that the client belongs to; empty for the administrator
 * @param scopes what they may do there
 */
public record Caller(String name, OptionalInt issuerNo, Set<Scope> scopes) {
    /** The holder of the admin token: every scope, at every issuer. */
    public static final Caller ADMINISTRATOR = new Caller("administrator", OptionalInt.empty(), Set.of(Scope.values()));

    /** Copies the scopes. */
    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** Whether they may reach resources of this issuer at all; for others those do not exist. */
    public boolean reaches(int issuer) {
        return issuerNo.isEmpty() || issuerNo.getAsInt() == issuer;
    }
}
