package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.people.AccountFollowers;
import org.laurel.shared.store.Database;

/** Applications follow the account of who applied: what was written is forgotten with it, or goes over to another. */
@ApplicationScoped
class PostgresApplicationFollower implements AccountFollowers {

    /** The key goes, and with it all that was sealed under it; an organisation that was let in stays. */
    @Override
    public Uni<Void> erased(Mutiny.StatelessSession session, long account) {
        return Database.insert(
                        session,
                        "delete from person_key where issuer_no = 0 and person_no in"
                                + " (select id from application where account_no = $1)",
                        account)
                .chain(() -> Database.insert(
                        session,
                        "update application set state = 'withdrawn', version = version + 1 where account_no = $1"
                                + " and state in ('draft', 'submitted', 'in-review', 'changes-requested')",
                        account));
    }

    @Override
    public Uni<Void> merged(Mutiny.StatelessSession session, long from, long into) {
        return Database.insert(session, "update application set account_no = $2 where account_no = $1", from, into)
                .chain(() -> Database.insert(
                        session,
                        "update application_score s set account_no = $2 where account_no = $1 and not exists (select 1"
                                + " from application_score o where o.application_no = s.application_no and o.round ="
                                + " s.round and o.account_no = $2)",
                        from,
                        into))
                .chain(() -> Database.insert(
                        session,
                        "update application_conflict s set account_no = $2 where account_no = $1 and not exists (select 1"
                                + " from application_conflict o where o.application_no = s.application_no and"
                                + " o.account_no = $2)",
                        from,
                        into));
    }
}
