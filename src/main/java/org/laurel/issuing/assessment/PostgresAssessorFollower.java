package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.people.AccountFollowers;
import org.laurel.shared.store.Database;

/** What an assessor has taken follows their account: given back with it, or gone over to another. Scores stay. */
@ApplicationScoped
class PostgresAssessorFollower implements AccountFollowers {

    @Override
    public Uni<Void> erased(Mutiny.StatelessSession session, long account) {
        return Database.insert(
                session, "delete from assessment_seat where account_no = $1 and scored_at is null", account);
    }

    @Override
    public Uni<Void> merged(Mutiny.StatelessSession session, long from, long into) {
        return moved(session, "assessment_seat", from, into)
                .chain(() -> moved(session, "assessment_recusal", from, into));
    }

    /** Where both accounts stand, that of the one that goes stays as it is. */
    private static Uni<Void> moved(Mutiny.StatelessSession session, String table, long from, long into) {
        return Database.insert(
                session,
                "update " + table + " t set account_no = $2 where account_no = $1 and not exists (select 1 from "
                        + table
                        + " o where o.issuer_no = t.issuer_no and o.assessment_no = t.assessment_no"
                        + " and o.account_no = $2)",
                from,
                into);
    }
}
