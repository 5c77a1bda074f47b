package org.laurel.holding;

import java.time.Instant;
import java.util.Optional;
import org.laurel.issuing.showing.ShownEvidence;
import org.laurel.shared.sealing.Person;

/**
 * A badge as its holder sees it.
 *
 * @param person who holds it, at the issuer that awarded it
 * @param awardNo the award's row number
 * @param awardId the award's public id
 * @param credentialId the public id of the badge
 * @param achievementId the public id of the version of the micro-credential
 * @param name what was achieved
 * @param issuer who awarded it
 * @param state whether it is in force
 * @param validFrom from when on
 * @param validUntil until when, if it has an end
 * @param page what its page shows
 * @param erasureAskedAt when its erasure was asked for, if it was
 */
public record HeldBadge(
        Person person,
        long awardNo,
        String awardId,
        String credentialId,
        String achievementId,
        String name,
        String issuer,
        String state,
        Instant validFrom,
        Optional<Instant> validUntil,
        BadgePage page,
        Optional<Instant> erasureAskedAt) {

    /** The award, for what it shows of evidence. */
    public ShownEvidence.Named named() {
        return new ShownEvidence.Named(person.issuerNo(), awardNo, awardId);
    }
}
