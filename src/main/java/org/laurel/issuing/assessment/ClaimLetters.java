package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.access.people.ConsoleLetters;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.store.Database;

/** Letters to those who have taken evidence and not scored it: their time runs out. */
@ApplicationScoped
class ClaimLetters implements LetterSource {
    static final String EXPIRING = "assessment.expiring";

    private final Database database;
    private final ConsoleLetters letters;
    private final Clock clock;

    ClaimLetters(Database database, ConsoleLetters letters, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(EXPIRING);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        return database.read(session -> Database.select(
                        session,
                        "select count(*), min(p.expires_at) from assessment_seat p join assessment a"
                                + " on a.issuer_no = p.issuer_no and a.id = p.assessment_no join account c"
                                + " on c.id = p.account_no where p.issuer_no = $1 and c.public_id = $2 and p.reminded"
                                + " and p.scored_at is null and p.expires_at > $3 and a.state in "
                                + AssessmentRows.OPEN,
                        letter.issuerNo(),
                        letter.subject(),
                        Database.time(clock.instant())))
                .chain(rows -> (Long) rows.get(0)[0] == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : letters.to(letter.subject(), Map.of("taken", Long.toString((Long) rows.get(0)[0])))
                                .map(text ->
                                        text.map(one -> one.until(Optional.of(Database.instant(rows.get(0)[1]))))));
    }
}
