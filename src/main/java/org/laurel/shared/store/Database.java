package org.laurel.shared.store;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Opens sessions and transactions. Neither may span a thread hop: read, close; compute; write. Sessions are stateless:
 * what is written is what was said, when it was said.
 */
@ApplicationScoped
public class Database {
    private final Mutiny.SessionFactory sessions;

    Database(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Reads in one session. */
    public <T> Uni<T> read(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessSession(work);
    }

    /** Writes in one transaction: all of it is durable when the result comes, or none of it happened. */
    public <T> Uni<T> write(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessTransaction(work);
    }

    /** Takes fresh row numbers; numbers that are not used are gaps, never doubles. */
    public static Uni<List<Long>> rowNumbers(Mutiny.StatelessSession session, int count) {
        return session.createNativeQuery("select nextval('row_number') from generate_series(1, :count)", Long.class)
                .setParameter("count", count)
                .getResultList();
    }
}
