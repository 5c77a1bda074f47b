package org.laurel.issuing.issuer;

import com.fasterxml.jackson.annotation.JsonValue;
import org.laurel.securing.crypto.SignatureAlgorithm;

/** What an issuer's VC-JWTs can be signed with, by JOSE name. */
public enum JwtAlgorithm {
    /** The default: every verifier in the field takes it, and signatures are small. */
    ES256(SignatureAlgorithm.ES256),
    /** Small and fast, not taken by every verifier. */
    EDDSA(SignatureAlgorithm.EDDSA),
    /** The least that OB 3.0 asks of verifiers; needs an RSA key, made on demand. */
    RS256(SignatureAlgorithm.RS256);

    private final SignatureAlgorithm algorithm;

    JwtAlgorithm(SignatureAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    /** The algorithm itself. */
    public SignatureAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    @JsonValue
    public String toString() {
        return algorithm.joseName();
    }
}
