package org.laurel.document.lint;

import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;

/** What a credential says it is, as far as we have rules for it. */
public enum CredentialKind {
    /** {@code OpenBadgeCredential}, or {@code AchievementCredential}, its other name. */
    BADGE,
    /** {@code EndorsementCredential}. */
    ENDORSEMENT,
    /** {@code BitstringStatusListCredential}. */
    STATUS_LIST,
    /** {@code ClrCredential}: a Comprehensive Learner Record around credentials (CLR 2.0). */
    LEARNER_RECORD,
    /** {@code VerifiablePresentation}: no credential, but what a holder hands over (VCDM 2.0 §4.13). */
    PRESENTATION,
    /** Anything else. */
    OTHER;

    /** The kind by {@code type}. */
    public static CredentialKind of(CredentialDocument document) {
        if (document.hasType(OpenBadges.OPEN_BADGE_CREDENTIAL) || document.hasType(OpenBadges.ACHIEVEMENT_CREDENTIAL)) {
            return BADGE;
        }
        if (document.hasType(OpenBadges.ENDORSEMENT_CREDENTIAL)) {
            return ENDORSEMENT;
        }
        if (document.hasType(OpenBadges.CLR_CREDENTIAL)) {
            return LEARNER_RECORD;
        }
        if (document.hasType(OpenBadges.VERIFIABLE_PRESENTATION)) {
            return PRESENTATION;
        }
        return document.hasType(OpenBadges.STATUS_LIST_CREDENTIAL) ? STATUS_LIST : OTHER;
    }

    /** Whether the document follows VCDM 1.1, which is read and never issued: its first context says so. */
    public static boolean isVersionOne(CredentialDocument document) {
        return document.contexts().stream().findFirst().stream().anyMatch(OpenBadges.CREDENTIALS_V1::equals);
    }
}
