package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of awards. */
public interface Awards {

    /** Stores awards and their events in the caller's transaction; 409 when an externalId was used before. */
    Uni<Void> add(Mutiny.StatelessSession session, List<NewAward> awards, String by);

    /** By public id. */
    Uni<Optional<Award>> find(PublicId id);

    /** An issuer's, newest first. */
    Uni<Page<Award>> list(int issuerNo, AwardFilter filter, PageRequest page);

    /** Moves an award that was read to another state, with its status bits and its event, in one transaction. */
    default Uni<Award> move(Award read, AwardMove move) {
        return move(read, move, Alongside.nothing());
    }

    /**
     * The same.
     *
     * @param alongside what is done first in that transaction, while nobody else changes the award; its failure undoes all
     */
    Uni<Award> move(Award read, AwardMove move, Alongside<Award> alongside);

    /** Erases a person: the key, what is known of them, the bytes of their credentials. Their badges stop verifying. */
    Uni<Void> erase(int issuerNo, long personNo, String by);

    /** What these persons hold in force, by what they are found again by. */
    Uni<List<Held>> held(int issuerNo, List<byte[]> lookups);

    /** The awards with these references. */
    Uni<List<Referenced>> referenced(int issuerNo, List<String> externalIds);

    /**
     * A badge that somebody holds.
     *
     * @param lookup by what they are found again, hexadecimal
     * @param achievementId of which micro-credential
     * @param awardId the award
     * @param credentialId its credential
     */
    record Held(String lookup, String achievementId, String awardId, String credentialId) {}

    /**
     * An award with a reference.
     *
     * @param externalId the reference
     * @param awardId the award
     * @param credentialId its credential
     */
    record Referenced(String externalId, String awardId, String credentialId) {}

    /**
     * Which awards are wanted; empty means any.
     *
     * @param state in this state
     * @param achievement of the micro-credential with this public id
     * @param recipient of the recipient with this public id
     * @param externalId with this reference
     */
    record AwardFilter(
            Optional<AwardState> state,
            Optional<String> achievement,
            Optional<String> recipient,
            Optional<String> externalId) {}

    /**
     * A change of state.
     *
     * @param to the new state
     * @param reason why, or empty
     * @param by who
     */
    record AwardMove(AwardState to, String reason, String by) {}
}
