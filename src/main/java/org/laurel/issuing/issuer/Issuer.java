package org.laurel.issuing.issuer;

import java.time.Instant;
import org.laurel.document.credential.Profile;
import org.laurel.securing.key.KeyOwner;

/**
 * An organisation that issues.
 *
 * @param number its short number, part of every id under it
 * @param id its public id
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
        Slug slug,
        Profile profile,
        IssuerSettings settings,
        ScreeningState screening,
        KeyOwner keys,
        long version,
        Instant createdAt,
        Instant updatedAt) {

    /** Its DID, which is the {@code issuer.id} of its badges. */
    public String did() {
        return profile.id();
    }

    /** What people call it: the name in its profile, else its name in URLs. */
    public String name() {
        String name = profile.name();
        return name == null ? slug.value() : name;
    }

    /**
     * Whether it was screened.
     *
     * @param state {@code accepted} when it passed screening, {@code waived} when the administrator made it without screening
     * @param by who decided
     */
    public record ScreeningState(String state, String by) {}
}
