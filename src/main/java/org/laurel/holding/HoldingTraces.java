package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.award.PersonTraces;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;
import org.laurel.shared.work.OneByOne;

/** What a holder said of a badge, and the links to it, go when the person is erased. */
@ApplicationScoped
class HoldingTraces implements PersonTraces {
    private static final List<String> DELETED = List.of(
            "delete from badge_key where issuer_no = $1 and person_no = $2",
            "delete from share_link s using award a where s.issuer_no = $1 and a.issuer_no = s.issuer_no"
                    + " and a.id = s.award_no and a.person_no = $2",
            "delete from badge_holding h using award a where h.issuer_no = $1 and a.issuer_no = h.issuer_no"
                    + " and a.id = h.id and a.person_no = $2");

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, int issuerNo, byte[] lookup) {
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, Person person) {
        return OneByOne.each(
                DELETED, statement -> Database.insert(session, statement, person.issuerNo(), person.number()));
    }
}
