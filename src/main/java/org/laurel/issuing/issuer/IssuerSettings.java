package org.laurel.issuing.issuer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.signing.CredentialForm;
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
 * @param formats the forms in which badges are signed, {@code json} and {@code jwt}; null or none means both. One form is signed and
 *     stored faster, and not every verifier takes each
 * @param assessment how it assesses evidence; null means as usual
 */
public record IssuerSettings(
        @Nullable Boolean suspension,
        @Nullable Boolean ecdsaProof,
        @Nullable JwtAlgorithm jwtAlgorithm,
        @Nullable List<CredentialForm> formats,
        @Nullable AssessmentSettings assessment) {
    /** What a new issuer has. */
    public static final IssuerSettings DEFAULT = new IssuerSettings(false, false, JwtAlgorithm.ES256, null, null);

    /** Fills what is not said. */
    public IssuerSettings {
        suspension = suspension != null && suspension;
        ecdsaProof = ecdsaProof != null && ecdsaProof;
        jwtAlgorithm = jwtAlgorithm == null ? JwtAlgorithm.ES256 : jwtAlgorithm;
        formats = (formats == null || formats.isEmpty() ? List.of(CredentialForm.values()) : formats)
                .stream().distinct().sorted().toList();
        assessment = assessment == null ? AssessmentSettings.DEFAULT : assessment;
    }

    /** The forms in which badges are signed. */
    public Set<CredentialForm> signsAs() {
        return formats == null ? EnumSet.allOf(CredentialForm.class) : EnumSet.copyOf(formats);
    }

    /** How it assesses evidence. */
    public AssessmentSettings assesses() {
        return assessment == null ? AssessmentSettings.DEFAULT : assessment;
    }

    /** Which of these keys sign which form of what is no badge; a 409 problem names the key that is missing. */
    public SigningPlan plan(KeyRing keys) {
        return SigningPlan.of(keys, provesWithEcdsa(), signsJwtWith());
    }

    /** Which of these keys sign which form of a badge; a 409 problem names the key that is missing. */
    public SigningPlan badgePlan(KeyRing keys) {
        return plan(keys).only(signsAs());
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
