package org.laurel.issuing.award;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.signing.CredentialForm;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.sealing.Person;

/**
 * An award as the management API shows it.
 *
 * @param id its public id
 * @param state {@code issued}, {@code suspended}, {@code revoked} or {@code erased}
 * @param credential the signed badge it was made into
 * @param achievement the micro-credential's id
 * @param issuer the issuer's slug
 * @param recipient who got it
 * @param reason why it was revoked or suspended
 * @param replaces the award whose place it took
 * @param replacedBy the award that took its place
 * @param revocation when it will be revoked, as long as that can be undone
 * @param externalId the caller's reference
 * @param validFrom from when on it is valid
 * @param validUntil until when
 * @param issuedAt when it was made
 * @param issuedBy who made it
 */
record AwardView(
        String id,
        AwardState state,
        CredentialLink credential,
        String achievement,
        String issuer,
        RecipientView recipient,
        @Nullable String reason,
        @Nullable ReplacementView replaces,
        @Nullable ReplacementView replacedBy,
        @Nullable RevocationView revocation,
        @Nullable String externalId,
        Instant validFrom,
        @Nullable Instant validUntil,
        Instant issuedAt,
        String issuedBy) {

    /** By suffix of the badge's address. */
    private static final List<String> CARRIERS = List.of("png", "svg", "pdf");

    /** Where the badge is hosted, and in which forms. */
    record CredentialLink(String id, String url, List<String> formats) {}

    /** What is known of the recipient. */
    record RecipientView(
            String id,
            @Nullable String email,
            @Nullable String name,
            @Nullable String did) {}

    /** The award at the other end of a renewal or a correction. */
    record ReplacementView(Succession.Kind kind, String award, String credential) {

        static @Nullable ReplacementView of(Succession.@Nullable Link link, BaseUrl base) {
            return link == null
                    ? null
                    : new ReplacementView(link.kind(), link.awardId(), base.credential(link.credentialId()));
        }
    }

    /** A revocation to come, and by which id it is undone. */
    record RevocationView(String id, Instant at, String reason, String by) {

        static @Nullable RevocationView of(Award.@Nullable Planned planned) {
            return planned == null
                    ? null
                    : new RevocationView(planned.id(), planned.at(), planned.reason(), planned.by());
        }
    }

    static AwardView of(Award award, String issuerSlug, BaseUrl base) {
        Recipient.Identity identity = award.recipient().identity();
        return new AwardView(
                award.id(),
                award.state(),
                new CredentialLink(award.credentialId(), base.credential(award.credentialId()), formats(award)),
                award.achievementId(),
                issuerSlug,
                new RecipientView(award.recipient().id(), identity.email(), identity.name(), identity.did()),
                award.reason(),
                ReplacementView.of(award.succession().replaces(), base),
                ReplacementView.of(award.succession().replacedBy(), base),
                RevocationView.of(award.planned()),
                award.externalId(),
                award.validFrom(),
                award.validUntil(),
                award.issuedAt(),
                award.issuedBy());
    }

    private static List<String> formats(Award award) {
        return Stream.concat(award.forms().stream().map(CredentialForm::toString), CARRIERS.stream())
                .toList();
    }

    static Answer answer(int status, Award award, String issuerSlug, BaseUrl base) {
        Answer answer = Answer.of(status, of(award, issuerSlug, base))
                .with("ETag", EntityTags.of(award.version()))
                .about(new Person(award.issuerNo(), award.recipient().number()));
        return status == 201 ? answer.with("Location", "/api/v1/awards/" + award.id()) : answer;
    }
}
