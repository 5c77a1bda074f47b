package org.laurel.verifying.check;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.ProofClaim;
import org.laurel.securing.proof.ProofOutcome;
import org.laurel.securing.proof.ProofRefusal;
import org.laurel.securing.proof.ProofVerifier;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Tries every proof of a credential, each with the key that it names. */
@Singleton
final class ProofJudge {
    /** A JWT around it, and what a credential may carry itself with what stands for the rest. */
    private static final int MOST_PROOFS = 10;

    private final List<ProofVerifier> verifiers;
    private final NamedKeys keys;
    private final Workers workers;

    ProofJudge(@All List<ProofVerifier> verifiers, NamedKeys keys, Workers workers) {
        this.verifiers = List.copyOf(verifiers);
        this.keys = keys;
        this.workers = workers;
    }

    /**
     * One trial a proof, in order.
     *
     * @param signer the signer's keys where they are known already
     */
    Uni<List<ProofTrial>> judge(UnverifiedCredential credential, @Nullable DidDocument signer, Instant now) {
        return workers.compute(() -> candidates(credential)).chain(candidates -> Multi.createFrom()
                .iterable(candidates)
                .onItem()
                .transformToUniAndConcatenate(candidate -> judge(candidate, credential, signer, now))
                .collect()
                .asList()
                .map(ProofChains::settled));
    }

    private List<Candidate> candidates(UnverifiedCredential credential) {
        return verifiers.stream()
                .flatMap(verifier -> verifier.claims(credential).stream().map(claim -> new Candidate(verifier, claim)))
                .limit(MOST_PROOFS)
                .toList();
    }

    private Uni<ProofTrial> judge(
            Candidate candidate, UnverifiedCredential credential, @Nullable DidDocument signer, Instant now) {
        ProofClaim claim = candidate.claim();
        ProofRefusal refusal = claim.refusal();
        if (refusal != null) {
            return Uni.createFrom().item(refused(claim, refusal));
        }
        return keys.of(claim, credential.signerId().orElse(""), signer)
                .chain(method -> verify(candidate, credential, method, now))
                .onFailure(KeyException.class)
                .recoverWithItem(failure -> withoutKey(claim, failure));
    }

    private Uni<ProofTrial> verify(
            Candidate candidate, UnverifiedCredential credential, VerificationMethod method, Instant now) {
        return workers.compute(() -> candidate.verifier().verify(credential, candidate.claim(), method, now))
                .map(outcome -> trial(candidate.claim(), outcome));
    }

    private static ProofTrial trial(ProofClaim claim, ProofOutcome outcome) {
        return outcome.verified()
                .map(proof -> ProofTrial.held(claim, proof))
                .orElseGet(() -> refused(claim, outcome.refusal().orElseThrow()));
    }

    private static ProofTrial withoutKey(ProofClaim claim, Throwable failure) {
        KeyException known = (KeyException) failure;
        return ProofTrial.refused(claim, known.problem(claim.pointer()), known.isOpen());
    }

    private static ProofTrial refused(ProofClaim claim, ProofRefusal refusal) {
        Problem problem = new Problem(kind(refusal.code()), refusal.detail(), refusal.pointer());
        return ProofTrial.refused(claim, problem, refusal.code() == ProofRefusal.Code.NOT_SUPPORTED);
    }

    private static ProblemKind kind(ProofRefusal.Code code) {
        return switch (code) {
            case MALFORMED -> ProblemKind.MALFORMED_PROOF;
            case NOT_SUPPORTED -> ProblemKind.PROOF_NOT_SUPPORTED;
            case BROKEN_CHAIN -> ProblemKind.PROOF_CHAIN_BROKEN;
            case WRONG_PURPOSE -> ProblemKind.WRONG_PURPOSE;
            case WRONG_KEY_TYPE -> ProblemKind.WRONG_KEY_TYPE;
            case NOT_CANONICAL -> ProblemKind.NOT_CANONICAL;
            case CLAIM_MISMATCH -> ProblemKind.CLAIM_MISMATCH;
            case BAD_SIGNATURE -> ProblemKind.BAD_SIGNATURE;
            case OUT_OF_TIME -> ProblemKind.PROOF_OUT_OF_TIME;
            case KEY_OUT_OF_TIME -> ProblemKind.KEY_OUT_OF_TIME;
            case NOT_THE_HOLDER -> ProblemKind.SHOWN_BY_ANOTHER;
        };
    }

    private record Candidate(ProofVerifier verifier, ProofClaim claim) {}
}
