package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.proof.VerifiedProof;
import org.laurel.securing.sdjwt.SelectiveDisclosure;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Was the presentation made for whoever asks, and now? Only who gave a challenge and a domain can tell (DI 1.0 §4.4). */
@Singleton
final class PresentationCheck extends Check {

    PresentationCheck() {
        super(
                "presentation",
                "It was made for this occasion",
                "DI 1.0 §2.1, §4.4; VC-JOSE-COSE §3.1.2; RFC 9901 §7.3",
                true,
                Set.of("parse", "proof"));
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        return now(judge(examination), examination);
    }

    private static CheckResult judge(Examination examination) {
        SelectiveDisclosure disclosure = examination.credential().disclosureOrNull();
        Asked asked = examination.input().asked();
        if (disclosure != null) {
            return HolderBinding.judge(disclosure.sdJwt(), asked, examination.now());
        }
        if (!examination.credential().document().isPresentation()) {
            return HolderBinding.without("a presentation of the credential", "the credential itself", asked);
        }
        if (!asked.isOfHolder()) {
            return CheckResult.skipped(HolderBinding.NOBODY_ASKS);
        }
        List<Problem> problems = new ArrayList<>();
        boolean bound = examination.proofs().stream()
                .map(proof -> objections(proof, asked.challenge(), asked.domain()))
                .peek(problems::addAll)
                .anyMatch(List::isEmpty);
        if (!bound && problems.isEmpty()) {
            problems.add(Problem.of(ProblemKind.NOT_SHOWN_BY_HOLDER, "expected a proof by whoever shows it, got none"));
        }
        return bound ? CheckResult.passed("") : new CheckResult(CheckOutcome.FAILED, "", problems);
    }

    private static List<Problem> objections(VerifiedProof proof, @Nullable String challenge, @Nullable String domain) {
        ObjectNode payload = proof.credential().payload();
        JsonNode bound = payload == null ? proof.claim().proof() : payload;
        String first = payload == null ? "challenge" : "nonce";
        String second = payload == null ? "domain" : "aud";
        String place = proof.claim().pointer();
        List<Problem> problems = new ArrayList<>();
        if (challenge != null && !holds(bound.path(first), challenge)) {
            problems.add(differs(first, place));
        }
        if (domain != null && !holds(bound.path(second), domain)) {
            problems.add(differs(second, place));
        }
        return problems;
    }

    private static boolean holds(JsonNode value, String expected) {
        boolean found = expected.equals(value.textValue());
        for (JsonNode item : value) {
            found |= expected.equals(item.textValue());
        }
        return found;
    }

    private static Problem differs(String name, String place) {
        return new Problem(
                ProblemKind.NOT_FOR_THIS_OCCASION,
                "expected the proof to be bound to the given value by \"" + name + "\"",
                place + "/" + name);
    }
}
