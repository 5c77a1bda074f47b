package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.sealing.PersonalData;
import org.laurel.shared.store.Database;

/** Evidence, which lies under a key of its own, forgotten again after a restore. */
@ApplicationScoped
class SubmissionData implements PersonalData {
    private final Database database;
    private final PostgresSubmissionErasure erasure;

    SubmissionData(Database database, PostgresSubmissionErasure erasure) {
        this.database = database;
        this.erasure = erasure;
    }

    @Override
    public Uni<Void> eraseAgain(Person person) {
        return database.write(session -> Database.select(
                        session,
                        "select issuer_no, id from submission where issuer_no = $1 and id = $2 for update",
                        person.issuerNo(),
                        person.number())
                .chain(rows -> erasure.erase(session, rows)));
    }
}
