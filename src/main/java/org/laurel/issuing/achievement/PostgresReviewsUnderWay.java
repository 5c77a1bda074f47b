package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.UnderWay;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.store.Database;

/** Reviews of an organisation whose right to issue is withdrawn are closed: its drafts go back, with a notice. */
@ApplicationScoped
class PostgresReviewsUnderWay implements UnderWay {
    private final Clock clock;

    PostgresReviewsUnderWay(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Uni<Void> close(Mutiny.StatelessSession session, Issuer issuer, String reason, String by) {
        String comments = JsonColumns.write(List.of(new AchievementDefinitions.Review.Comment(
                "", "The organisation's right to issue was withdrawn, so the review was closed: " + reason)));
        return Database.insert(
                        session,
                        "insert into achievement_review select issuer_no, id, nextval('row_number'), round, $2, 'closed', $3,"
                                + " $4 from achievement where issuer_no = $1 and state = 'in-review'",
                        issuer.number(),
                        by,
                        comments,
                        Database.time(clock.instant()))
                .chain(() -> Database.insert(
                        session,
                        "update achievement set state = 'changes-requested', version = version + 1, updated_at = $2"
                                + " where issuer_no = $1 and state = 'in-review'",
                        issuer.number(),
                        Database.time(clock.instant())));
    }
}
