package org.laurel.issuing.award;

import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.signing.CredentialForm;
import org.laurel.securing.status.StatusListIndex;

/**
 * An award that was made.
 *
 * @param issuerNo at which issuer
 * @param number its row number
 * @param id its public id
 * @param credentialId the public id of the credential it was made into
 * @param achievementId the micro-credential's public id
 * @param recipient who got it; empty identity when erased
 * @param state whether it is in force
 * @param reason why it was revoked or suspended, or null
 * @param externalId the caller's reference, or null
 * @param validFrom from when on it is valid
 * @param validUntil until when, or null
 * @param revocation its place in a revocation list
 * @param suspension its place in a suspension list, when it has one
 * @param forms in which its badge was signed
 * @param version grows with every change
 * @param issuedAt when it was made
 * @param issuedBy who made it
 * @param succession what it took the place of, and what took its place
 * @param planned when it will be revoked, or null
 */
public record Award(
        int issuerNo,
        long number,
        String id,
        String credentialId,
        String achievementId,
        AwardedTo recipient,
        AwardState state,
        @Nullable String reason,
        @Nullable String externalId,
        Instant validFrom,
        @Nullable Instant validUntil,
        StatusListIndex revocation,
        Optional<StatusListIndex> suspension,
        Set<CredentialForm> forms,
        long version,
        Instant issuedAt,
        String issuedBy,
        Succession succession,
        @Nullable Planned planned) {

    /** Copies the forms, in their order. */
    public Award {
        forms = Collections.unmodifiableSet(new TreeSet<>(forms));
    }

    /** The longest reason that is kept with one, in characters. */
    public static final int LONGEST_REASON = 1000;

    /**
     * Who got it.
     *
     * @param number the person's row number
     * @param id their public id
     * @param identity what is known of them; all null when erased
     */
    public record AwardedTo(long number, String id, Recipient.Identity identity) {}

    /**
     * A revocation to come.
     *
     * @param id of all that were asked for together
     * @param at when
     * @param reason why
     * @param by who asked for it
     */
    public record Planned(String id, Instant at, String reason, String by) {}
}
