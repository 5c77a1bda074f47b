package org.laurel.issuing.hold;

import org.laurel.shared.json.Bounds;

/** Why somebody may not be erased for now, such as the number of a case. */
public record HoldRequest(String reason) {
    /** Bounds it. */
    public HoldRequest {
        Bounds.text("reason", reason, LegalHold.LONGEST_REASON);
    }
}
