package org.laurel.issuing.signing;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.proof.SecuredCredential;

/**
 * One credential in both forms, made from one document, or in the one that is wanted.
 *
 * @param publicId its public id
 * @param json with embedded proofs; null when it is signed as VC-JWT only
 * @param jwt as VC-JWT; null when it is signed as JSON only
 */
public record SignedCredential(
        String publicId,
        @Nullable SecuredCredential json,
        @Nullable SecuredCredential jwt) {

    /** The JSON of one that has it. */
    public SecuredCredential requireJson() {
        return Objects.requireNonNull(json, "signed as VC-JWT only");
    }

    /** The VC-JWT of one that has it. */
    public SecuredCredential requireJwt() {
        return Objects.requireNonNull(jwt, "signed as JSON only");
    }
}
