package org.laurel.securing.status;

import java.util.Locale;

/** What a list's bits say (Bitstring Status List 1.0 §2.2). */
public enum StatusPurpose {
    /** Final. */
    REVOCATION,
    /** May be taken back. */
    SUSPENSION;

    /** The value of {@code statusPurpose}. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
