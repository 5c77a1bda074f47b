package org.laurel.issuing.batch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.award.PersonTraces;

/** Rows that name a person go when the person is erased; what came of them stays. */
@ApplicationScoped
class PostgresRowTraces implements PersonTraces {

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession session, int issuerNo, byte[] lookup) {
        return session.createNativeQuery("update batch_row set sealed_request = null, lookup = null, twin = null,"
                        + " external_id = null where issuer_no = :issuer and lookup = :lookup")
                .setParameter("issuer", issuerNo)
                .setParameter("lookup", lookup)
                .executeUpdate()
                .replaceWithVoid();
    }
}
