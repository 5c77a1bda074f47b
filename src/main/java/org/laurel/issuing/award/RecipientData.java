package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.laurel.issuing.hold.LegalHolds;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonalData;
import org.laurel.shared.store.Database;

/** What is kept of recipients, forgotten again after a restore. */
@ApplicationScoped
class RecipientData implements PersonalData {
    private static final String BY = "restore";

    private final Database database;
    private final Awards awards;
    private final LegalHolds holds;

    RecipientData(Database database, Awards awards, LegalHolds holds) {
        this.database = database;
        this.awards = awards;
        this.holds = holds;
    }

    @Override
    public Uni<Void> eraseAgain(Person person) {
        return database.read(session -> Database.select(
                        session,
                        "select public_id, lookup from recipient where issuer_no = $1 and id = $2 and lookup is not null",
                        person.issuerNo(),
                        person.number()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : holds.lift(held(person, found.get(0)), BY)
                                .chain(() -> awards.erase(person.issuerNo(), person.number(), BY)));
    }

    /** A hold that came back with the backup was lifted before they were erased. */
    private static LegalHolds.Held held(Person person, Object[] row) {
        return new LegalHolds.Held(person.issuerNo(), ((Buffer) Objects.requireNonNull(row[1])).getBytes(), (String)
                Objects.requireNonNull(row[0]));
    }
}
