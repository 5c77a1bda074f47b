package org.laurel.issuing.endorsement;

import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.signing.SignedCredential;

/**
 * An endorsement that is signed and not yet stored: what it speaks for has to be stored with it, or neither.
 *
 * @param by who endorses
 * @param endorsement what will be kept of it
 * @param signed its bytes
 */
public record NewEndorsement(Issuer by, Endorsement endorsement, SignedCredential signed) {}
