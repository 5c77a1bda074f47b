package org.laurel.issuing.issuer;

import org.jspecify.annotations.Nullable;
import org.laurel.issuing.signing.SigningPlan;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.KeyRing;

/**
 * How an issuer signs and assesses.
 *
 * @param suspension whether badges carry a second status entry, for suspension. They then have an array of entries, and
 *     no {@code credentialSchema}, since the standard's schema takes one object only; null means false
 * @param ecdsaProof whether badges carry a second embedded proof, {@code ecdsa-rdfc-2019}; null means false
 * @param jwtAlgorithm what VC-JWTs are signed with: {@code ES256}, {@code EdDSA} or {@code RS256}; null means ES256
 * @param assessment how it assesses evidence; null means as usual
 */
public record IssuerSettings(
        @Nullable Boolean suspension,
        @Nullable Boolean ecdsaProof,
        @Nullable JwtAlgorithm jwtAlgorithm,
        @Nullable AssessmentSettings assessment) {
    /** What a new issuer has. */
    public static final IssuerSettings DEFAULT = new IssuerSettings(false, false, JwtAlgorithm.ES256, null);

    /** Fills what is not said. */
    public IssuerSettings {
        suspension = suspension != null && suspension;
        ecdsaProof = ecdsaProof != null && ecdsaProof;
        jwtAlgorithm = jwtAlgorithm == null ? JwtAlgorithm.ES256 : jwtAlgorithm;
        assessment = assessment == null ? AssessmentSettings.DEFAULT : assessment;
    }

    /** How it assesses evidence. */
    public AssessmentSettings assesses() {
        return assessment == null ? AssessmentSettings.DEFAULT : assessment;
    }

    /** Which of these keys sign which form; a 409 problem names the key that is missing. */
    public SigningPlan plan(KeyRing keys) {
        return SigningPlan.of(keys, provesWithEcdsa(), signsJwtWith());
    }

    /** Whether badges can be suspended. */
    public boolean suspends() {
        return Boolean.TRUE.equals(suspension);
    }

    /** Whether badges carry an ECDSA proof as well. */
    public boolean provesWithEcdsa() {
        return Boolean.TRUE.equals(ecdsaProof);
    }

    /** The algorithm of VC-JWTs. */
    public SignatureAlgorithm signsJwtWith() {
        return jwtAlgorithm == null ? SignatureAlgorithm.ES256 : jwtAlgorithm.algorithm();
    }
}
