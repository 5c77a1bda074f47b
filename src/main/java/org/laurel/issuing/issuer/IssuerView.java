package org.laurel.issuing.issuer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Profile;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.origin.BaseUrl;

/**
 * An issuer as the management API shows it.
 *
 * @param id its public id
 * @param slug its name in URLs
 * @param did its DID
 * @param url its public page, which is its Open Badges profile too
 * @param kind what it is
 * @param screening {@code accepted}, {@code withdrawn}, or {@code waived} when the administrator made it without screening
 * @param screeningBy who decided so
 * @param screenedAt when it passed, or was withdrawn
 * @param screenedUntil when its screening lapses
 * @param screeningReason why it was withdrawn, or let in without screening
 * @param screenedAs the name under which it passed, for which the registry vouches
 * @param profile the Open Badges profile
 * @param settings how it signs
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 */
record IssuerView(
        String id,
        Slug slug,
        String did,
        String url,
        OrganisationKind kind,
        Screening.State screening,
        String screeningBy,
        @Nullable Instant screenedAt,
        @Nullable Instant screenedUntil,
        @Nullable String screeningReason,
        @Nullable String screenedAs,
        Profile profile,
        IssuerSettings settings,
        Instant createdAt,
        Instant updatedAt) {

    static IssuerView of(Issuer issuer, BaseUrl base) {
        return new IssuerView(
                issuer.id(),
                issuer.slug(),
                issuer.did(),
                base.issuer(issuer.slug().value()),
                issuer.kind(),
                issuer.screening().state(),
                issuer.screening().by(),
                issuer.screening().at(),
                issuer.screening().until(),
                issuer.screening().reason(),
                issuer.screening().as() == null ? null : issuer.screening().as().name(),
                issuer.profile(),
                issuer.settings(),
                issuer.createdAt(),
                issuer.updatedAt());
    }

    static Answer answer(int status, Issuer issuer, BaseUrl base) {
        Answer answer = Answer.of(status, of(issuer, base)).with("ETag", EntityTags.of(issuer.version()));
        return status == 201 ? answer.with("Location", "/api/v1/issuers/" + issuer.slug()) : answer;
    }
}
