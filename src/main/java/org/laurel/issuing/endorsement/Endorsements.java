package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.issuing.signing.HostedCredential;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of endorsements. */
public interface Endorsements {

    /** Stores one in the caller's transaction, with its event. */
    Uni<Void> add(Mutiny.StatelessSession session, NewEndorsement made);

    /** By public id. */
    Uni<Optional<Endorsement>> find(PublicId id);

    /** The bytes that were signed, by public id. */
    Uni<Optional<HostedCredential>> hosted(PublicId id);

    /** Those of an organisation, newest first. */
    Uni<Page<Endorsement>> list(int issuerNo, PageRequest page);

    /** Those that stand now and speak for this IRI, oldest first, at most 100, as compact JWS. */
    Uni<List<Standing>> of(String subject);

    /** Takes one back; one that was taken back already stays as it is. */
    Uni<Endorsement> revoke(Endorsement endorsement, String reason, String by);

    /** The same in the caller's transaction. */
    Uni<Endorsement> revoke(Mutiny.StatelessSession session, Endorsement endorsement, String reason, String by);

    /** Takes back, in the caller's transaction, all that speak for a subject and were made for this purpose. */
    Uni<Void> revokeAll(Mutiny.StatelessSession session, Withdrawn withdrawn);

    /**
     * What is taken back together.
     *
     * @param subject what was endorsed
     * @param purpose what for
     * @param reason why
     * @param by who takes it back
     */
    record Withdrawn(String subject, Endorsement.Purpose purpose, String reason, String by) {}

    /**
     * One that stands.
     *
     * @param id its public id
     * @param by the DID of who endorses
     * @param name what they are called today
     * @param purpose what it was made for
     * @param jwt as compact JWS
     */
    record Standing(String id, String by, String name, Endorsement.Purpose purpose, String jwt) {}
}
