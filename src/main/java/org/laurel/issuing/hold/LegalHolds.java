package org.laurel.issuing.hold;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The collection of legal holds. */
public interface LegalHolds {

    /** Whom they are about: by what they are found again with, and how events call them. */
    record Held(int issuerNo, byte[] subject, String id) {}

    /** The hold on somebody; empty when there is none. */
    Uni<Optional<LegalHold>> find(Held whom);

    /** Sets one; the one that is there stays. */
    Uni<LegalHold> hold(Held whom, String reason, String by);

    /** Lifts it; false when there is none. */
    Uni<Boolean> lift(Held whom, String by);

    /** Fails with a 409 problem when somebody may not be erased; nobody else sets a hold until the transaction ends. */
    Uni<Void> requireNone(Mutiny.StatelessSession session, int issuerNo, byte[] subject, String what);
}
