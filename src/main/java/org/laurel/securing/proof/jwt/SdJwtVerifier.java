package org.laurel.securing.proof.jwt;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofFormat;
import org.laurel.securing.proof.ProofOutcome;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.securing.proof.ProofVerifier;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.securing.proof.VerifiedProof;
import org.laurel.securing.sdjwt.KeyBinding;
import org.laurel.securing.sdjwt.SdJwtException;
import org.laurel.securing.sdjwt.SdJwtFault;
import org.laurel.securing.sdjwt.SelectiveDisclosure;

/**
 * Checks a credential in an SD-JWT (VC-JOSE-COSE §3.2; RFC 9901 §7): the issuer's signature, that every disclosure is one
 * the issuer signed a digest of, and, where the holder made a key-binding JWT, that one.
 */
@ApplicationScoped
public class SdJwtVerifier implements ProofVerifier {

    @Override
    public ProofFormat format() {
        return ProofFormat.VC_SD_JWT;
    }

    @Override
    public List<ProofClaim> claims(UnverifiedCredential credential) {
        ObjectNode header = credential.header();
        SelectiveDisclosure disclosure = credential.disclosureOrNull();
        if (header == null || disclosure == null) {
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
                JwtHeader.refusalOfSdJwt(header, presentation)
                        .or(() -> refusal(disclosure.faultOrNull()))
                        .orElse(null)));
    }

    @Override
    public ProofOutcome verify(
            UnverifiedCredential credential, ProofClaim claim, VerificationMethod method, Instant now) {
        SelectiveDisclosure disclosure = credential.disclosureOrNull();
        if (claim.refusal() != null || disclosure == null) {
            return ProofOutcome.refused(
                    claim.refusal() != null
                            ? claim.refusal()
                            : new ProofRefusal(Code.MALFORMED, "the credential did not come as an SD-JWT", ""));
        }
        String jwt = disclosure.sdJwt().token().text();
        return JwtVerifier.wrongKey(claim, method.key())
                .or(() -> JwtVerifier.badSignature(credential, jwt, claim, method.key()))
                .or(() -> CredentialClaims.refusal(credential, true, now))
                .or(() -> JwtVerifier.outOfTime(credential, method, now))
                .or(() -> badKeyBinding(disclosure, now))
                .map(ProofOutcome::refused)
                .orElseGet(() -> ProofOutcome.held(
                        new VerifiedProof(credential, claim, method, JwtVerifier.made(credential, now))));
    }

    private static Optional<ProofRefusal> badKeyBinding(SelectiveDisclosure disclosure, Instant now) {
        try {
            KeyBinding.check(disclosure.sdJwt(), disclosure.claims(), now);
            return Optional.empty();
        } catch (SdJwtException e) {
            return refusal(e.fault());
        }
    }

    private static Optional<ProofRefusal> refusal(@Nullable SdJwtFault fault) {
        return Optional.ofNullable(fault).map(known -> new ProofRefusal(code(known.kind()), known.detail(), ""));
    }

    private static Code code(SdJwtFault.Kind kind) {
        return switch (kind) {
            case MALFORMED -> Code.MALFORMED;
            case CHANGED -> Code.BAD_SIGNATURE;
            case NOT_THE_HOLDER -> Code.NOT_THE_HOLDER;
            case NOT_SUPPORTED -> Code.NOT_SUPPORTED;
            case OUT_OF_TIME -> Code.OUT_OF_TIME;
        };
    }
}
