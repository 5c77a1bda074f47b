package org.laurel.issuing.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.KeyRing;
import org.laurel.securing.key.SigningKey;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * Which keys sign which form.
 *
 * @param embedded keys of the embedded proofs, in order: Ed25519 first, since some verifiers take the first proof only; none
 *     when there is to be no JSON
 * @param jwt the key of the VC-JWT; null when there is to be none
 */
public record SigningPlan(
        List<SigningKey> embedded, @Nullable SigningKey jwt) {

    /** Holds that something is signed. */
    public SigningPlan {
        if (embedded.isEmpty() && jwt == null) {
            throw new IllegalArgumentException("nothing would be signed");
        }
    }

    /** Chooses among an issuer's active keys, for both forms; a 409 problem names the key that is missing. */
    public static SigningPlan of(KeyRing keys, boolean withEcdsa, SignatureAlgorithm jwtAlgorithm) {
        List<SigningKey> embedded = new ArrayList<>();
        embedded.add(active(keys, SignatureAlgorithm.EDDSA));
        if (withEcdsa) {
            embedded.add(active(keys, SignatureAlgorithm.ES256));
        }
        return new SigningPlan(List.copyOf(embedded), active(keys, jwtAlgorithm));
    }

    /** The same for these forms only. */
    public SigningPlan only(Set<CredentialForm> forms) {
        return new SigningPlan(
                forms.contains(CredentialForm.JSON) ? embedded : List.of(),
                forms.contains(CredentialForm.JWT) ? jwt : null);
    }

    private static SigningKey active(KeyRing keys, SignatureAlgorithm algorithm) {
        return keys.active(algorithm)
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.CONFLICT,
                        "The issuer has no active " + algorithm.joseName() + " key; make one under its keys first."));
    }
}
