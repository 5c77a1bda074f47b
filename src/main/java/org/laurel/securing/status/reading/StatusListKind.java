package org.laurel.securing.status.reading;

import java.util.Optional;
import java.util.stream.Stream;
import org.laurel.document.credential.OpenBadges;

/** The two generations of status lists; an entry of one does not point into a list of the other. */
public enum StatusListKind {
    /** Bitstring Status List 1.0. */
    BITSTRING(OpenBadges.STATUS_LIST_ENTRY, OpenBadges.STATUS_LIST_CREDENTIAL, "BitstringStatusList"),
    /** Status List 2021, the draft before it: one bit an entry, no time to live, a list without multibase header. */
    DRAFT_2021(OpenBadges.STATUS_LIST_2021_ENTRY, OpenBadges.STATUS_LIST_2021_CREDENTIAL, "StatusList2021");

    private final String entry;
    private final String credential;
    private final String subject;

    StatusListKind(String entry, String credential, String subject) {
        this.entry = entry;
        this.credential = credential;
        this.subject = subject;
    }

    /** The kind of an entry of this type. */
    public static Optional<StatusListKind> ofEntry(String type) {
        return Stream.of(values()).filter(kind -> kind.entry.equals(type)).findFirst();
    }

    /** The type of the credential that holds the list. */
    public String credentialType() {
        return credential;
    }

    String subjectType() {
        return subject;
    }
}
