package org.laurel.verifying.sdjwtvc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.crypto.VerificationAlgorithm;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.securing.sdjwt.CompactToken;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Whether a JWT is signed by an issuer: an SD-JWT VC, or the status list that it points into. */
final class IssuerSignature {
    private static final int MOST_TRIED = 20;

    private IssuerSignature() {}

    /**
     * Why it is not; empty when it is.
     *
     * @param issuer the issuer's keys, of which the header's {@code kid} names one; without it each is tried
     */
    static Optional<Problem> objection(CompactToken token, DidDocument issuer, Instant now) {
        ObjectNode header = token.header();
        String name = header.path("alg").asText("");
        if (name.isEmpty() || name.equalsIgnoreCase("none") || name.startsWith("HS")) {
            return problem(ProblemKind.MALFORMED_PROOF, "the header's alg must be that of a digital signature", "/alg");
        }
        if (header.has("crit") || header.has("b64")) {
            return problem(ProblemKind.MALFORMED_PROOF, "the header asks for an extension that is not known here", "");
        }
        Optional<VerificationAlgorithm> algorithm = VerificationAlgorithm.ofJoseName(name);
        if (algorithm.isEmpty()) {
            return problem(ProblemKind.PROOF_NOT_SUPPORTED, "this alg is not supported", "/alg");
        }
        List<VerificationMethod> candidates =
                candidates(issuer, header.path("kid").textValue());
        if (candidates.isEmpty()) {
            return problem(ProblemKind.NOT_THE_ISSUERS_KEY, "the issuer publishes no key that kid names", "/kid");
        }
        Optional<VerificationMethod> signer = candidates.stream()
                .filter(method -> token.isSignedBy(algorithm.get(), method.key()))
                .findFirst();
        if (signer.isEmpty()) {
            return problem(
                    ProblemKind.BAD_SIGNATURE, "the signature does not match: the JWT or the key has been changed", "");
        }
        return SdJwtVc.time(token.payload().path("iat"))
                .flatMap(made -> ProofTimes.refusal(made, signer.get(), now, "/iat"))
                .or(() -> token.payload().has("iat")
                        ? Optional.empty()
                        : ProofTimes.refusal(null, signer.get(), now, "/iat"))
                .map(refusal -> new Problem(
                        refusal.code() == ProofRefusal.Code.KEY_OUT_OF_TIME
                                ? ProblemKind.KEY_OUT_OF_TIME
                                : ProblemKind.PROOF_OUT_OF_TIME,
                        refusal.detail(),
                        refusal.pointer()));
    }

    private static List<VerificationMethod> candidates(DidDocument issuer, @Nullable String kid) {
        Stream<VerificationMethod> own = issuer.methods().stream().filter(method -> issuer.mayAssert(method.id()));
        return kid == null
                ? own.limit(MOST_TRIED).toList()
                : own.filter(method -> method.id().equals(kid)
                                || method.id().equals(issuer.id() + "#" + kid)
                                || method.id().equals(issuer.id() + kid))
                        .limit(MOST_TRIED)
                        .toList();
    }

    private static Optional<Problem> problem(ProblemKind kind, String detail, String pointer) {
        return Optional.of(new Problem(kind, detail, pointer));
    }
}
