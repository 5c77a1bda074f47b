package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** A proof in a chain counts only when those before it hold (DI 1.0 §2.1.2). */
final class ProofChains {

    private ProofChains() {}

    /** The trials, with those taken back whose previous proofs did not hold. */
    static List<ProofTrial> settled(List<ProofTrial> trials) {
        List<ProofTrial> settled = new ArrayList<>(trials);
        for (int round = 0; round < trials.size(); round++) { // each takes back at least one more, or is the last
            List<ProofTrial> before = List.copyOf(settled);
            settled.replaceAll(trial -> settled(trial, before));
        }
        return List.copyOf(settled);
    }

    private static ProofTrial settled(ProofTrial trial, List<ProofTrial> all) {
        JsonNode previous = trial.claim().proof().path("previousProof");
        if (trial.verified() == null || previous.isMissingNode()) {
            return trial;
        }
        return Placed.each(previous, trial.claim().pointer() + "/previousProof").stream()
                .flatMap(id -> standsOn(id, all).stream())
                .findFirst()
                .map(weak -> ProofTrial.refused(trial.claim(), notHeld(trial), weak.open()))
                .orElse(trial);
    }

    /** The proof of an id, when it did not hold. */
    private static Optional<ProofTrial> standsOn(Placed id, List<ProofTrial> all) {
        return all.stream()
                .filter(trial -> trial.verified() == null)
                .filter(trial -> trial.claim().proof().path("id").equals(id.json()))
                .findFirst();
    }

    private static Problem notHeld(ProofTrial trial) {
        return new Problem(
                ProblemKind.PROOF_CHAIN_BROKEN,
                "the proof holds, but a proof that it stands on does not",
                trial.claim().pointer() + "/previousProof");
    }
}
