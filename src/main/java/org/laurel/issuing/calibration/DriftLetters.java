package org.laurel.issuing.calibration;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.access.people.ConsoleLetters;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.store.Database;

/** Letters to the owners of an organisation: some of its assessors drift. */
@ApplicationScoped
class DriftLetters implements LetterSource {
    static final String DRIFTING = "assessor.drifting";

    private final Database database;
    private final ConsoleLetters letters;

    DriftLetters(Database database, ConsoleLetters letters) {
        this.database = database;
        this.letters = letters;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(DRIFTING);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        return database.read(session -> Database.select(
                        session, "select count(*) from assessor_drift where issuer_no = $1", letter.issuerNo()))
                .map(rows -> (Long) rows.get(0)[0])
                .chain(drifting -> drifting == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : letters.to(letter.subject(), Map.of("drifting", Long.toString(drifting))));
    }
}
