package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.hold.LegalHolds;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.PublicId;

/** The collection of an issuer's recipients. */
interface Recipients {

    /** The recipient of each request, in order: found again, or made with a key of their own. */
    Uni<List<Recipient>> reach(int issuerNo, List<RecipientRequest> requests);

    /** A person who is known, by another name if one is given; empty when they were erased. */
    Uni<Optional<Recipient>> renamed(int issuerNo, long number, Optional<String> name);

    /** By what the recipient of a request is found again. */
    byte[] lookup(int issuerNo, RecipientRequest request);

    /** The person with this public id; empty when there is none. */
    Uni<Optional<Person>> find(PublicId id);

    /** By what a legal hold knows the person with this public id; likewise. */
    Uni<Optional<LegalHolds.Held>> held(PublicId id);

    /** Destroys the key and what is known of the person, in the caller's transaction; a 409 problem while they are held. */
    Uni<Void> erase(Mutiny.StatelessSession session, Person person);
}
