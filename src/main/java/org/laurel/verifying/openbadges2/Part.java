package org.laurel.verifying.openbadges2;

import org.laurel.verifying.report.ProblemKind;

/** The documents that an assertion hangs on, each at an address of its own. */
enum Part {
    /** The assertion itself, where it is hosted. */
    ASSERTION("the assertion", ProblemKind.DOCUMENT_NOT_FOUND, ProblemKind.DOCUMENT_OUT_OF_REACH),
    /** What was achieved. */
    BADGE_CLASS("the badge class", ProblemKind.DOCUMENT_NOT_FOUND, ProblemKind.DOCUMENT_OUT_OF_REACH),
    /** Who says so. */
    ISSUER("the issuer's profile", ProblemKind.ISSUER_NOT_FOUND, ProblemKind.DOCUMENT_OUT_OF_REACH),
    /** The key that signed. */
    KEY("the key", ProblemKind.KEY_NOT_FOUND, ProblemKind.KEY_OUT_OF_REACH),
    /** The list of what the issuer revoked. */
    REVOCATION_LIST("the revocation list", ProblemKind.STATUS_OUT_OF_REACH, ProblemKind.STATUS_OUT_OF_REACH);

    private final String words;
    private final ProblemKind notFound;
    private final ProblemKind outOfReach;

    Part(String words, ProblemKind notFound, ProblemKind outOfReach) {
        this.words = words;
        this.notFound = notFound;
        this.outOfReach = outOfReach;
    }

    /** How a sentence calls it. */
    String words() {
        return words;
    }

    /** The host answered that there is no such thing; of a list that is no answer to whether something is on it. */
    PartException notFound(String detail) {
        return notFound == outOfReach ? outOfReach(detail) : PartException.wrong(notFound, detail);
    }

    /**
     * Whether its address stands for who made it, so that an answer from somewhere else shows nothing. A key or a list
     * is named by the issuer, wherever it lies.
     */
    boolean speaksForItsAddress() {
        return this == ASSERTION || this == BADGE_CLASS || this == ISSUER;
    }

    /** It cannot be had now. */
    PartException outOfReach(String detail) {
        return PartException.open(outOfReach, detail);
    }
}
