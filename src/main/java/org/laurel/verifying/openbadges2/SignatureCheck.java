package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.securing.crypto.Signatures;
import org.laurel.securing.crypto.VerificationAlgorithm;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.openbadges2.SigningKeys.Candidate;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Does the signature hold, with the key that the assertion names or one of the issuer's profile? */
final class SignatureCheck extends AssertionCheck {
    private final SigningKeys keys;
    private final Workers workers;

    SignatureCheck(SigningKeys keys, Workers workers) {
        super(
                "proof",
                "A proof holds: nothing was changed",
                "SignedBadge Verification; RFC 7515 §5.2",
                true,
                Set.of("issuer"));
        this.keys = keys;
        this.workers = workers;
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        Assertion assertion = findings.assertion();
        if (assertion.isStripped()) {
            return skipped(STRIPPED, examination);
        }
        if (!assertion.isSigned()) {
            return skipped("it is hosted; its own address stands for a signature", examination);
        }
        String jws = assertion.jws();
        ObjectNode header = assertion.header();
        if (jws == null || header == null) {
            return now(
                    CheckResult.failed(Problem.of(
                            ProblemKind.NO_PROOF,
                            "expected a compact JWS around a signed assertion, got its JSON alone")),
                    examination);
        }
        Optional<CheckResult> refused = refusal(header);
        if (refused.isPresent()) {
            return now(refused.get(), examination);
        }
        String name = header.path("alg").asText("");
        VerificationAlgorithm algorithm = VerificationAlgorithm.ofJoseName(name).orElseThrow();
        Examination secured = examination.secured(examination.format(), name);
        return keys.of(findings)
                .chain(candidates -> workers.compute(() -> examined(jws, algorithm, candidates, secured)))
                .onFailure(PartException.class)
                .recoverWithItem(failure -> without(failure, pointer(findings), secured));
    }

    private static String pointer(AssertionFindings findings) {
        return "/" + findings.assertion().verificationMember();
    }

    /** What is wrong with the header, whatever the key says. */
    private static Optional<CheckResult> refusal(ObjectNode header) {
        String algorithm = header.path("alg").asText("");
        if (algorithm.isEmpty() || algorithm.equalsIgnoreCase("none") || algorithm.startsWith("HS")) {
            return Optional.of(CheckResult.failed(Problem.of(
                    ProblemKind.MALFORMED_PROOF, "the JWS header's alg must be that of a digital signature")));
        }
        if (header.has("crit")) {
            return Optional.of(CheckResult.failed(Problem.of(
                    ProblemKind.MALFORMED_PROOF, "the JWS header must not hold crit: no extension is known here")));
        }
        return VerificationAlgorithm.ofJoseName(algorithm).isPresent()
                ? Optional.empty()
                : Optional.of(CheckResult.indeterminate(Problem.of(
                        ProblemKind.PROOF_NOT_SUPPORTED,
                        "this alg is not supported; RS256, PS256, ES256, ES384 and EdDSA are")));
    }

    private static Examined examined(
            String jws, VerificationAlgorithm algorithm, List<Candidate> candidates, Examination examination) {
        Optional<CryptographicKey> signer = candidates.stream()
                .flatMap(candidate -> candidate.key().stream())
                .filter(key -> signed(jws, algorithm, key))
                .findFirst();
        if (signer.isPresent() && examination.otherOrNull() instanceof AssertionFindings findings) {
            return new Examined(CheckResult.passed(""), examination.with(findings.withKey(signer.get())));
        }
        return new Examined(withoutSigner(algorithm, candidates), examination);
    }

    private static boolean signed(String jws, VerificationAlgorithm algorithm, CryptographicKey key) {
        int end = jws.lastIndexOf('.');
        byte[] message = jws.substring(0, end).getBytes(StandardCharsets.US_ASCII);
        return Signatures.verify(algorithm, key.key(), message, Base64Url.decode(jws.substring(end + 1)));
    }

    /** While a key could not be had, it may be the one. */
    private static CheckResult withoutSigner(VerificationAlgorithm algorithm, List<Candidate> candidates) {
        List<PartException> failures = candidates.stream()
                .flatMap(candidate -> candidate.failure().stream())
                .toList();
        Optional<PartException> told =
                failures.stream().filter(PartException::isOpen).findFirst();
        if (told.isEmpty() && failures.size() == candidates.size()) {
            told = failures.stream().findFirst();
        }
        if (told.isPresent()) {
            return told.get().result("/verification");
        }
        boolean fits = candidates.stream()
                .flatMap(candidate -> candidate.key().stream())
                .anyMatch(key -> key.key().type() == algorithm.keyType());
        return CheckResult.failed(
                fits
                        ? Problem.of(
                                ProblemKind.BAD_SIGNATURE,
                                "the signature does not match: the JWS or the key has been changed")
                        : Problem.of(ProblemKind.WRONG_KEY_TYPE, "the key does not go with the alg of the JWS header"));
    }
}
