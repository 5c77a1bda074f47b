package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Database;

/** Keeps endorsements that somebody makes of their own accord. */
@ApplicationScoped
class EndorsementStore {
    private final Endorsements endorsements;
    private final Database database;
    private final BaseUrl base;
    private final Clock clock;

    EndorsementStore(Endorsements endorsements, Database database, BaseUrl base, Clock clock) {
        this.endorsements = endorsements;
        this.database = database;
        this.base = base;
        this.clock = clock;
    }

    Endorsements all() {
        return endorsements;
    }

    BaseUrl base() {
        return base;
    }

    Uni<Void> keep(NewEndorsement made, Alongside<NewEndorsement> alongside) {
        return database.write(session -> endorsements.add(session, made).chain(() -> alongside.store(session, made)));
    }

    /** The same time; a 422 problem when it is over already. */
    @Nullable Instant later(@Nullable Instant until) {
        if (until != null && !until.isAfter(clock.instant())) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation("/validUntil", "invalid", "validUntil: expected a time to come.")));
        }
        return until;
    }
}
