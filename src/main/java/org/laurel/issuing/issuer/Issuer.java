package org.laurel.issuing.issuer;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.laurel.document.credential.Profile;
import org.laurel.securing.key.KeyOwner;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * An organisation: one that issues, the programme itself, or one that recognises.
 *
 * @param number its short number, part of every id under it
 * @param id its public id
 * @param kind what it is
 * @param slug its name in URLs
 * @param profile what badges say of it; its id is the DID
 * @param settings how it signs
 * @param screening whether and how it was screened
 * @param keys whose keys sign
 * @param version grows with every change
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
public record Issuer(
        int number,
        String id,
        OrganisationKind kind,
        Slug slug,
        Profile profile,
        IssuerSettings settings,
        Screening screening,
        KeyOwner keys,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Why it may issue nothing new; empty when it may. */
    public Optional<String> hindrance() {
        if (kind != OrganisationKind.ISSUER) {
            return Optional.of("It is a " + kind + ", which may endorse, and award nothing.");
        }
        return screening.isWithdrawn()
                ? Optional.of("Its right to issue was withdrawn on "
                        + Objects.requireNonNull(screening.at()).truncatedTo(ChronoUnit.SECONDS)
                        + "; what it awarded before stays valid, and it can still revoke.")
                : Optional.empty();
    }

    /** Itself; a 409 problem when it may issue nothing new. */
    public Issuer issuing() {
        hindrance().ifPresent(why -> {
            throw ProblemException.of(ProblemType.CONFLICT, why);
        });
        return this;
    }

    /** Its DID, which is the {@code issuer.id} of its badges. */
    public String did() {
        return profile.id();
    }

    /** What people call it: the name in its profile, else its name in URLs. */
    public String name() {
        String name = profile.name();
        return name == null ? slug.value() : name;
    }
}
