package org.laurel.shared.outbox;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Hears of events in the transaction that writes them. Found through CDI. */
public interface OutboxReader {

    /** Writes down, in the same transaction, what is to be done about them; does nothing that lasts. */
    Uni<Void> added(Mutiny.StatelessSession session, List<OutboxEvent> events);
}
