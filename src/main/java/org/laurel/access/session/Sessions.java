package org.laurel.access.session;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.laurel.access.people.Account;

/** The collection of sessions; of each only the hash of its token is kept. */
public interface Sessions {

    /** Begins one. It ends after seven days, or twelve hours without use. */
    Uni<NewSession> begin(Account account, String agent);

    /** Those of an account that go on, newest first. */
    Uni<List<Session>> of(long account);

    /** The public id of the session with this token; empty when it is over. */
    Uni<Optional<String>> find(String token);

    /** Ends one; false when the account has none such. */
    Uni<Boolean> end(long account, String id);

    /** Ends all of an account but one. */
    Uni<Void> endOthers(long account, Optional<String> kept);

    /** Ends the session with this token. */
    Uni<Void> end(String token);

    /**
     * A session just begun.
     *
     * @param session the session
     * @param token to be shown this once
     */
    record NewSession(Session session, String token) {}
}
