package org.laurel.issuing.assessment;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** Has those who have taken evidence reminded once, some hours before it goes to somebody else. */
@ApplicationScoped
public class ClaimReminders {
    private static final Duration BEFORE = Duration.ofHours(8);

    private final Database database;
    private final Letters letters;
    private final Clock clock;

    ClaimReminders(Database database, Letters letters, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.clock = clock;
    }

    /** Writes those that are due; on whichever replica comes first. */
    @Scheduled(every = "30m", delayed = "4m")
    public Uni<Void> remind() {
        return database.write(session -> Database.select(
                        session,
                        "with due as (update assessment_seat p set reminded = true from assessment a"
                                + " where a.issuer_no = p.issuer_no and a.id = p.assessment_no and a.state in "
                                + AssessmentRows.OPEN + " and not p.reminded and p.scored_at is null"
                                + " and p.expires_at > $1 and p.expires_at < $2 returning p.issuer_no, p.account_no)"
                                + " select distinct d.issuer_no, d.account_no, c.public_id from due d"
                                + " join account c on c.id = d.account_no",
                        Database.time(clock.instant()),
                        Database.time(clock.instant().plus(BEFORE)))
                .chain(rows -> OneByOne.each(
                        rows,
                        row -> letters.addUnlessWaiting(
                                session,
                                Letter.about((Integer) row[0], ClaimLetters.EXPIRING, (String)
                                                Objects.requireNonNull(row[2]))
                                        .to(new Person(0, (Long) row[1]))))));
    }
}
