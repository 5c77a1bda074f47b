package org.laurel.issuing.signing;

import org.laurel.securing.proof.SecuredCredential;

/**
 * One credential in both forms, made from one document.
 *
 * @param publicId its public id
 * @param json with embedded proofs
 * @param jwt as VC-JWT
 */
public record SignedCredential(String publicId, SecuredCredential json, SecuredCredential jwt) {}
