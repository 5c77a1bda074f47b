package org.laurel.access.session;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.access.people.AccountTraces;

/** Sessions in the export of an account. */
@ApplicationScoped
class SessionTraces implements AccountTraces {
    private final Sessions sessions;

    SessionTraces(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Uni<?> of(long account) {
        return sessions.of(account);
    }
}
