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

/** Letters to assessors and adjudicators of what is over its promised day: one a day at most, for each organisation. */
@ApplicationScoped
class LateLetters implements LetterSource {
    static final String LATE = "assessment.late";

    private final Database database;
    private final ConsoleLetters letters;
    private final Clock clock;

    LateLetters(Database database, ConsoleLetters letters, Clock clock) {
        this.database = database;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(LATE);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        return database.read(session -> Database.select(
                        session,
                        "select count(*) from assessment where issuer_no = $1 and state in " + AssessmentRows.OPEN
                                + " and due_at < $2",
                        letter.issuerNo(),
                        Database.time(clock.instant())))
                .map(rows -> (Long) rows.get(0)[0])
                .chain(late -> late == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : letters.to(letter.subject(), Map.of("late", Long.toString(late))));
    }
}
