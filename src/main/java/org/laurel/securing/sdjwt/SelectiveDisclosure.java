package org.laurel.securing.sdjwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * An SD-JWT and what its disclosures come to.
 *
 * @param sdJwt as it came
 * @param claims the payload with what is disclosed in its place; when that cannot be done, what stands in plain
 * @param faultOrNull why it cannot be done; null when it could
 */
public record SelectiveDisclosure(
        SdJwt sdJwt, ObjectNode claims, @Nullable SdJwtFault faultOrNull) {

    /** Puts the claims in place; a fault is kept for whoever judges the proof. */
    public static SelectiveDisclosure of(SdJwt sdJwt, PlainClaims plain) {
        try {
            return new SelectiveDisclosure(sdJwt, DisclosedClaims.of(sdJwt, plain), null);
        } catch (SdJwtException e) {
            ObjectNode bare = DisclosedClaims.withoutDisclosures(sdJwt.token().payload());
            return new SelectiveDisclosure(sdJwt, bare, e.fault());
        }
    }
}
