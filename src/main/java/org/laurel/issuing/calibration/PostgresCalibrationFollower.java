package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.access.people.AccountFollowers;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** What an assessor scored in training and of planted items follows their account; levels stay when it is erased. */
@ApplicationScoped
class PostgresCalibrationFollower implements AccountFollowers {
    /** Tables, and by what else than the account their rows are told from each other. */
    private static final List<Kept> KEPT = List.of(
            new Kept("calibration_score", "o.item_no = t.item_no"),
            new Kept("assessor_admission", "o.achievement_no = t.achievement_no"),
            new Kept("assessor_drift", "true"));

    private record Kept(String table, String same) {}

    @Override
    public Uni<Void> erased(Mutiny.StatelessSession session, long account) {
        return Database.insert(session, "delete from assessor_admission where account_no = $1", account)
                .chain(() -> Database.insert(session, "delete from assessor_drift where account_no = $1", account));
    }

    /** Where both accounts stand, that of the one that goes stays as it is. */
    @Override
    public Uni<Void> merged(Mutiny.StatelessSession session, long from, long into) {
        return OneByOne.each(
                KEPT,
                kept -> Database.insert(
                        session,
                        "update " + kept.table()
                                + " t set account_no = $2 where account_no = $1 and not exists (select 1"
                                + " from " + kept.table() + " o where o.issuer_no = t.issuer_no and " + kept.same()
                                + " and o.account_no = $2)",
                        from,
                        into));
    }
}
