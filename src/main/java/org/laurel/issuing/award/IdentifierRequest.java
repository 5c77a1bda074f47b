package org.laurel.issuing.award;

import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.IdentifierType;
import org.laurel.shared.json.Bounds;

/**
 * An identifier of the recipient.
 *
 * @param identityType what kind it is (OB 3.0 IdentifierTypeEnum)
 * @param value the identifier itself
 * @param hashed whether the badge holds only a salted hash of it; true when not said
 */
public record IdentifierRequest(
        IdentifierType identityType, String value, @Nullable Boolean hashed) {

    /** Refuses an empty or overlong value. */
    public IdentifierRequest {
        Bounds.text("value", value, 1000);
        hashed = hashed == null || hashed;
    }

    /** Whether only a hash is shown. */
    boolean isHashed() {
        return !Boolean.FALSE.equals(hashed);
    }
}
