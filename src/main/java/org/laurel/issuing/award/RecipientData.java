package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonalData;
import org.laurel.shared.store.Database;

/** What is kept of recipients, forgotten again after a restore. */
@ApplicationScoped
class RecipientData implements PersonalData {
    private static final String BY = "restore";

    private final Database database;
    private final Awards awards;

    RecipientData(Database database, Awards awards) {
        this.database = database;
        this.awards = awards;
    }

    @Override
    public Uni<Void> eraseAgain(Person person) {
        return database.read(session -> Database.select(
                        session,
                        "select 1 from recipient where issuer_no = $1 and id = $2 and erased_at is null",
                        person.issuerNo(),
                        person.number()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : awards.erase(person.issuerNo(), person.number(), BY));
    }
}
