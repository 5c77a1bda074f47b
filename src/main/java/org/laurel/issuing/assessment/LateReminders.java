package org.laurel.issuing.assessment;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;

/** Has those who assess reminded of what is over its promised day: once a day at most, for each organisation. */
@ApplicationScoped
public class LateReminders {
    private static final int DAYS_KEPT = 7;

    private final Database database;
    private final Letters letters;
    private final Clock clock;

    LateReminders(Database database, Letters letters, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.clock = clock;
    }

    /** Writes those of today that are not written yet; on whichever replica comes first. */
    @Scheduled(every = "1h", delayed = "5m")
    public Uni<Void> remind() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return database.write(session -> Database.select(
                        session,
                        "with late as (select distinct issuer_no from assessment where state in " + AssessmentRows.OPEN
                                + " and due_at < $1), told as (insert into assessor_reminder (issuer_no, account_no, day)"
                                + " select distinct l.issuer_no, m.account_no, $2::date from late l"
                                + " join membership m on m.organisation = l.issuer_no and m.role in ('assessor',"
                                + " 'adjudicator') on conflict do nothing returning issuer_no, account_no)"
                                + " select t.issuer_no, t.account_no, a.public_id from told t"
                                + " join account a on a.id = t.account_no",
                        Database.time(clock.instant()),
                        today)
                .chain(told -> write(session, told))
                .chain(() -> Database.insert(
                        session, "delete from assessor_reminder where day < $1::date", today.minusDays(DAYS_KEPT))));
    }

    private Uni<Void> write(Mutiny.StatelessSession session, List<Object[]> told) {
        return letters.add(
                session,
                told.stream()
                        .map(row -> Letter.about(
                                        (Integer) row[0], LateLetters.LATE, (String) Objects.requireNonNull(row[2]))
                                .to(new Person(0, (Long) row[1])))
                        .toList());
    }
}
