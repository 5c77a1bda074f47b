package org.laurel.issuing.signing;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of signed credentials. */
public interface SignedCredentials {

    /** Seals what was signed under the persons' keys: computes, waits for nothing. */
    Sealed seal(List<Draft> drafts, List<SignedCredential> signed);

    /** What was signed, sealed, and not yet stored. */
    @FunctionalInterface
    interface Sealed {

        /** Stores it, in the caller's transaction. */
        Uni<Void> add(Mutiny.StatelessSession session);
    }

    /** A credential by its public id; empty when there is none; fails with a 410 problem when it has been erased. */
    Uni<Optional<HostedCredential>> find(PublicId id);

    /** The public ids of an issuer's credentials that can be read, newest first. */
    Uni<Page<String>> list(int issuerNo, PageRequest page);

    /** Forgets the bytes about a person; what is left says only that they were erased. */
    Uni<Void> erase(Mutiny.StatelessSession session, Person person);
}
