package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.showing.ShownEvidence;
import org.laurel.issuing.submission.Evidence;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;

/** The evidence for which a person was awarded goes when they are erased, and what their badges show of it. */
@ApplicationScoped
class PostgresEvidenceTraces implements PersonTraces {
    private final ShownEvidence shownEvidence;
    private final Evidence evidence;

    PostgresEvidenceTraces(ShownEvidence shownEvidence, Evidence evidence) {
        this.shownEvidence = shownEvidence;
        this.evidence = evidence;
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, int issuerNo, byte[] lookup) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, Person person) {
        return shownEvidence
                .erase(session, person)
                .chain(() -> Database.select(
                        session,
                        "select s.id from submission s join award a on a.issuer_no = s.issuer_no and a.public_id = s.award_id"
                                + " where a.issuer_no = $1 and a.person_no = $2 order by s.id for update of s",
                        person.issuerNo(),
                        person.number()))
                .chain(rows -> evidence.erase(
                        session,
                        person.issuerNo(),
                        rows.stream().map(row -> (Long) row[0]).toList()));
    }
}
