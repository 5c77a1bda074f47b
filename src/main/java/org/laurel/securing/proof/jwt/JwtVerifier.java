package org.laurel.securing.proof.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.crypto.Signatures;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.ProofOutcome;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.securing.proof.ProofVerifier;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.proof.VerifiedProof;
import org.laurel.shared.encoding.Base64Url;

/**
 * Checks a VC-JWT (OB 3.0 §9.1; RFC 7515 §5.2): header, key, signature, and that every registered claim says what the
 * credential says. A {@code jwk} in the header is only compared with the key that was resolved; by itself it proves nothing.
 */
@ApplicationScoped
public class JwtVerifier implements ProofVerifier {

    @Override
    public ProofFormat format() {
        return ProofFormat.VC_JWT;
    }

    @Override
    public List<ProofClaim> claims(UnverifiedCredential credential) {
        ObjectNode header = credential.header();
        if (header == null || credential.disclosureOrNull() != null) {
            return List.of();
        }
        boolean presentation = credential.document().isPresentation();
        return List.of(new ProofClaim(
                format(),
                header.path("alg").asText(),
                header.path("kid").textValue(),
                presentation ? "authentication" : "assertionMethod",
                "",
                header,
                JwtHeader.refusal(header, presentation).orElse(null)));
    }

    @Override
    public ProofOutcome verify(
            UnverifiedCredential credential, ProofClaim claim, VerificationMethod method, Instant now) {
        String jwt = credential.jwt();
        if (claim.refusal() != null || jwt == null) {
            return ProofOutcome.refused(
                    claim.refusal() != null
                            ? claim.refusal()
                            : new ProofRefusal(Code.MALFORMED, "the credential did not come as a JWT", ""));
        }
        return wrongKey(claim, method.key())
                .or(() -> badSignature(credential, jwt, claim, method.key()))
                .or(() -> CredentialClaims.refusal(credential, JwtHeader.isJoseCose(claim.proof()), now))
                .or(() -> outOfTime(credential, method, now))
                .map(ProofOutcome::refused)
                .orElseGet(
                        () -> ProofOutcome.held(new VerifiedProof(credential, claim, method, made(credential, now))));
    }

    /** Whether the key is another than the header asks for. */
    static Optional<ProofRefusal> wrongKey(ProofClaim claim, VerificationKey key) {
        if (JwtHeader.algorithm(claim.suite())
                .filter(algorithm -> algorithm.keyType() == key.type())
                .isEmpty()) {
            return refused(
                    Code.WRONG_KEY_TYPE, "a key of type " + key.type() + " does not go with " + claim.suite(), "/alg");
        }
        JsonNode jwk = claim.proof().path("jwk");
        if (!jwk.isMissingNode() && !VerificationKey.ofJwk(jwk).equals(key)) {
            return refused(Code.WRONG_KEY_TYPE, "the header's jwk is another key than the one that kid names", "/jwk");
        }
        return Optional.empty();
    }

    /** Whether the signature of the JWS that a credential came in fails. */
    static Optional<ProofRefusal> badSignature(
            UnverifiedCredential credential, String jwt, ProofClaim claim, VerificationKey key) {
        return credential.once(List.of("signature", claim.suite(), key), () -> badSignature(jwt, claim, key));
    }

    private static Optional<ProofRefusal> badSignature(String jwt, ProofClaim claim, VerificationKey key) {
        int end = jwt.lastIndexOf('.');
        byte[] message = jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII);
        byte[] signature = Base64Url.decode(jwt.substring(end + 1));
        return JwtHeader.algorithm(claim.suite())
                        .filter(algorithm -> Signatures.verify(algorithm, key, message, signature))
                        .isPresent()
                ? Optional.empty()
                : refused(Code.BAD_SIGNATURE, "the signature does not match: the JWT or the key has been changed", "");
    }

    /** A JWT is dated by {@code iat}, which OB leaves out as a rule, else by {@code nbf}. */
    static Optional<ProofRefusal> outOfTime(UnverifiedCredential credential, VerificationMethod method, Instant now) {
        ObjectNode payload = credential.payload();
        if (payload == null) {
            return Optional.empty();
        }
        if (payload.has("iat")) {
            Instant made = instant(payload.get("iat"));
            return made == null
                    ? refused(Code.MALFORMED, "the claim \"iat\" is no NumericDate", "/iat")
                    : ProofTimes.refusal(made, method, now, "/iat");
        }
        return ProofTimes.refusal(made(credential, now), method, now, "/nbf");
    }

    /** When the JWT says it was made; null when it does not. */
    static @Nullable Instant made(UnverifiedCredential credential, Instant now) {
        ObjectNode payload = credential.payload();
        if (payload == null || payload.has("iat")) {
            return payload == null ? null : instant(payload.get("iat"));
        }
        Instant from = instant(payload.path("nbf"));
        // a credential that is not valid yet is judged by its dates, not by its proof
        return from == null || from.isAfter(now) ? null : from;
    }

    private static @Nullable Instant instant(JsonNode claim) {
        return CredentialClaims.seconds(claim).map(Instant::ofEpochSecond).orElse(null);
    }

    private static Optional<ProofRefusal> refused(Code code, String detail, String pointer) {
        return Optional.of(new ProofRefusal(code, detail, pointer));
    }
}
