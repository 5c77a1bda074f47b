package org.laurel.issuing.award;

import java.time.Instant;
import java.util.Optional;
import org.laurel.issuing.signing.Draft;
import org.laurel.securing.status.StatusListIndex;

/**
 * An award about to be signed and stored.
 *
 * @param award what was validated
 * @param recipient who gets it
 * @param awardId its public id
 * @param draft the composed credential
 * @param revocation its place in a revocation list
 * @param suspension its place in a suspension list, when the issuer suspends
 * @param issuedAt now
 */
record NewAward(
        ValidatedAward award,
        Recipient recipient,
        String awardId,
        Draft draft,
        StatusListIndex revocation,
        Optional<StatusListIndex> suspension,
        Instant issuedAt) {

    /** The award that it will be, and who makes it. */
    Award made(String issuedBy) {
        AwardRequest request = award.request();
        return new Award(
                award.issuer().number(),
                draft.number(),
                awardId,
                draft.publicId(),
                award.achievement().id(),
                new Award.AwardedTo(recipient.key().person().number(), recipient.id(), recipient.identity()),
                AwardState.ISSUED,
                null,
                request.externalId(),
                request.validFrom() == null ? issuedAt : request.validFrom(),
                request.validUntil(),
                revocation,
                suspension,
                award.issuer().settings().signsAs(),
                1,
                issuedAt,
                issuedBy,
                new Succession(award.carried().map(Carried::replaces).orElse(null), null),
                null);
    }
}
