package org.laurel.issuing.award;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.laurel.document.credential.AchievementSubject;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.CredentialSchema;
import org.laurel.document.credential.CredentialStatus;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.document.credential.IdentifierType;
import org.laurel.document.credential.IdentityObject;
import org.laurel.document.credential.OpenBadgeCredential;
import org.laurel.document.credential.OpenBadges;
import org.laurel.shared.json.JsonColumns;

/** Composes the document of an award: pure, but for the salts it is given. */
final class CredentialComposer {
    private final Supplier<String> salts;

    /** With a source of fresh salts, at least 16 random bytes each. */
    CredentialComposer(Supplier<String> salts) {
        this.salts = salts;
    }

    /**
     * The unsigned badge (OB 3.0 §B.1).
     *
     * @param award what may be awarded
     * @param url the credential's id
     * @param subjectId the holder's DID, or a fresh urn:uuid
     * @param statuses its status entries: one, or two when the issuer suspends
     * @param now when it is valid from, unless the request says otherwise
     */
    CredentialDocument compose(
            ValidatedAward award, String url, String subjectId, List<CredentialStatus> statuses, Instant now) {
        AwardRequest request = award.request();
        Instant validFrom = request.validFrom() == null ? now : request.validFrom();
        boolean oneStatus = statuses.size() == 1;
        OpenBadgeCredential credential = new OpenBadgeCredential(
                oneStatus
                        ? List.of(OpenBadges.CREDENTIALS_V2, OpenBadges.CONTEXT, OpenBadges.EXTENSIONS)
                        : OpenBadges.CONTEXTS,
                url,
                award.achievement().achievement().name(),
                null,
                null,
                award.issuer().profile(),
                award.carried().map(Carried::awardedDate).orElse(now),
                validFrom,
                request.validUntil(),
                subject(award, subjectId),
                request.evidence(),
                List.of(),
                List.of(),
                // the standard's schema takes one status object only, so a badge with two must not claim it
                oneStatus
                        ? List.of(new CredentialSchema(OpenBadges.CREDENTIAL_SCHEMA, OpenBadges.SCHEMA_VALIDATOR))
                        : List.of(),
                statuses,
                null,
                List.of());
        return new CredentialDocument(JsonColumns.tree(credential));
    }

    private AchievementSubject subject(ValidatedAward award, String subjectId) {
        AwardRequest request = award.request();
        return new AchievementSubject(
                subjectId,
                award.achievement().achievement(),
                identifiers(award),
                request.activityStartDate(),
                request.activityEndDate(),
                request.creditsEarned(),
                null,
                request.licenseNumber(),
                request.narrative(),
                request.results(),
                request.role(),
                null,
                request.term());
    }

    /** Those of the request, and those that go on from the badge whose place it takes. */
    private List<IdentityObject> identifiers(ValidatedAward award) {
        List<IdentityObject> identifiers = new ArrayList<>();
        if (award.carried().filter(Carried::known).isEmpty()) {
            identifiers.addAll(identifiers(award.request().recipient()));
        }
        award.carried().map(Carried::identifiers).ifPresent(identifiers::addAll);
        return identifiers;
    }

    private List<IdentityObject> identifiers(RecipientRequest recipient) {
        List<IdentityObject> identifiers = new ArrayList<>();
        if (recipient.email() != null) {
            identifiers.add(hashed(IdentifierType.of("emailAddress"), recipient.email()));
        }
        for (IdentifierRequest identifier : recipient.identifiers()) {
            identifiers.add(
                    identifier.isHashed()
                            ? hashed(identifier.identityType(), identifier.value())
                            : new IdentityObject(false, identifier.value(), identifier.identityType(), null));
        }
        return identifiers;
    }

    private IdentityObject hashed(IdentifierType type, String value) {
        String salt = salts.get();
        return new IdentityObject(true, HashedIdentity.sha256(value, salt), type, salt);
    }
}
