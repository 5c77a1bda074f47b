package org.laurel.securing.proof;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What one proof says of itself, before anything of it is believed.
 *
 * @param format the family
 * @param suite the cryptosuite, or the JOSE {@code alg}
 * @param verificationMethod the URL of the key that it names, as written; null when it names none
 * @param purpose the {@code proofPurpose}; {@code assertionMethod} for a JWT
 * @param pointer JSON Pointer to the proof in the document, empty for a JWT
 * @param proof the proof object, or the JOSE header
 * @param refusal why it cannot be checked or must not be accepted whatever its key says; null when it may be checked
 */
public record ProofClaim(
        ProofFormat format,
        String suite,
        @Nullable String verificationMethod,
        String purpose,
        String pointer,
        JsonNode proof,
        @Nullable ProofRefusal refusal) {

    /** The same, which must not be accepted for this reason before all others. */
    public ProofClaim refusedFor(ProofRefusal reason) {
        return new ProofClaim(format, suite, verificationMethod, purpose, pointer, proof, reason);
    }
}
