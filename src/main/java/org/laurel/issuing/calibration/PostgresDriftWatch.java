package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** Assessors who drift, in PostgreSQL. */
@ApplicationScoped
class PostgresDriftWatch implements DriftWatch {
    private final Outbox outbox;
    private final Letters letters;
    private final Clock clock;

    PostgresDriftWatch(Outbox outbox, Letters letters, Clock clock) {
        this.outbox = outbox;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Uni<Void> look(Mutiny.StatelessSession session, int issuerNo, Assessor assessor) {
        return Database.select(
                        session,
                        "select count(*), count(*) filter (where given = truth) from (select given, truth"
                                + " from calibration_score where issuer_no = $1 and account_no = $2"
                                + " and assessment_no is not null order by scored_at desc, item_no desc, part, criterion"
                                + " limit $3) k",
                        issuerNo,
                        assessor.account(),
                        LAST)
                .chain(rows -> DriftWatch.alarms((Long) rows.get(0)[0], (Long) rows.get(0)[1])
                        ? begin(session, issuerNo, assessor, (Long) rows.get(0)[1])
                        : end(session, issuerNo, assessor));
    }

    private Uni<Void> begin(Mutiny.StatelessSession session, int issuerNo, Assessor assessor, long same) {
        return Database.select(
                        session,
                        "insert into assessor_drift (issuer_no, account_no, since) values ($1, $2, $3)"
                                + " on conflict do nothing returning 1",
                        issuerNo,
                        assessor.account(),
                        Database.time(clock.instant()))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(session, issuerNo, "assessor.drifting", assessor, same + " of the last " + LAST)
                                .chain(() -> write(session, issuerNo)));
    }

    private Uni<Void> end(Mutiny.StatelessSession session, int issuerNo, Assessor assessor) {
        return Database.select(
                        session,
                        "delete from assessor_drift where issuer_no = $1 and account_no = $2 returning 1",
                        issuerNo,
                        assessor.account())
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tell(session, issuerNo, "assessor.steady", assessor, ""));
    }

    private Uni<Void> tell(
            Mutiny.StatelessSession session, int issuerNo, String type, Assessor assessor, String detail) {
        return outbox.add(
                session,
                List.of(new OutboxEvent(issuerNo, type, assessor.name(), "calibration", detail, clock.instant())));
    }

    private Uni<Void> write(Mutiny.StatelessSession session, int issuerNo) {
        return Database.select(
                        session,
                        "select a.id, a.public_id from membership m join account a on a.id = m.account_no"
                                + " where m.organisation = $1 and m.role = 'owner' and a.state = 'active'",
                        issuerNo)
                .chain(rows -> OneByOne.each(
                        rows,
                        row -> letters.addUnlessWaiting(
                                session,
                                Letter.about(issuerNo, DriftLetters.DRIFTING, (String) Objects.requireNonNull(row[1]))
                                        .to(new Person(0, (Long) row[0])))));
    }
}
