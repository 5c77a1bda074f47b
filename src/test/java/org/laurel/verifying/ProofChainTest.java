package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.ProofsByHand;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** Proofs that stand on others (DI 1.0 §2.1.2, §4.5). */
class ProofChainTest {
    private static final SigningKey NOTARY = TestKeys.fresh(SignatureAlgorithm.EDDSA);

    private final SampleWorld world = new SampleWorld();
    private final ObjectNode badge = world.badge();

    @Test
    void a_chain_holds_when_each_proof_covers_those_before_it() {
        ArrayNode proofs = chain(proof("urn:uuid:1", NOTARY), proof("urn:uuid:2", world.key(), "urn:uuid:1"));
        VerificationReport report = judge(proofs);
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(proofOf(report).outcome()).isEqualTo(CheckOutcome.PASSED);
        ArrayNode three = chain(
                proof("urn:uuid:1", world.key()),
                proof("urn:uuid:2", NOTARY),
                proof("urn:uuid:3", NOTARY, "urn:uuid:1", "urn:uuid:2"));
        assertThat(proofOf(judge(three)).outcome()).isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void a_proof_does_not_count_when_one_before_it_does_not_hold() {
        ObjectNode first = proof("urn:uuid:1", NOTARY);
        ArrayNode proofs = chain(first, proof("urn:uuid:2", world.key(), "urn:uuid:1"));
        VerificationReport changed = judge(proofs, badge.deepCopy().put("name", "another"));
        assertThat(changed.outcome()).isEqualTo(Verdict.FAILED);
        ObjectNode forged = proof("urn:uuid:1", NOTARY);
        forged.put("proofValue", first.path("proofValue").asText().replace('z', 'y'));
        ArrayNode standing = JsonNodeFactory.instance.arrayNode().add(signed(forged, List.of(), NOTARY));
        ((ObjectNode) standing.get(0)).put("created", "2026-02-02T00:00:00Z");
        standing.add(signed(proof("urn:uuid:2", world.key(), "urn:uuid:1"), List.of(standing.get(0)), world.key()));
        VerificationReport report = judge(standing);
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.FAILED);
        assertThat(proofOf(report).problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.BAD_SIGNATURE, ProblemKind.PROOF_CHAIN_BROKEN);
        assertThat(proofOf(report).problems().get(1).pointer()).isEqualTo("/proof/1/previousProof");
    }

    @Test
    void a_proof_before_that_was_taken_out_or_put_in_another_s_place_fails_all() {
        ArrayNode proofs = chain(
                proof("urn:uuid:1", world.key()),
                proof("urn:uuid:2", world.key()),
                proof("urn:uuid:3", NOTARY, "urn:uuid:1"));
        assertThat(judge(proofs).verified()).isTrue();
        proofs.remove(0);
        assertBroken(judge(proofs), "/proof/1/previousProof", "no proof of the id");
        ArrayNode twice = chain(
                proof("urn:uuid:1", world.key()),
                proof("urn:uuid:1", NOTARY),
                proof("urn:uuid:3", NOTARY, "urn:uuid:1"));
        assertBroken(judge(twice), "/proof/2/previousProof", "two proofs of the id");
    }

    @Test
    void proofs_that_stand_on_each_other_or_on_themselves_fail() {
        ArrayNode circle =
                chain(proof("urn:uuid:1", world.key(), "urn:uuid:2"), proof("urn:uuid:2", world.key(), "urn:uuid:1"));
        assertBroken(judge(circle), "/proof/0/previousProof", "on itself");
        assertBroken(
                judge(chain(proof("urn:uuid:1", world.key(), "urn:uuid:1"))), "/proof/0/previousProof", "on itself");
    }

    @Test
    void a_chain_of_more_than_eight_proofs_fails() {
        ObjectNode[] proofs = new ObjectNode[9];
        for (int i = 0; i < proofs.length; i++) {
            proofs[i] = i == 0
                    ? proof("urn:uuid:0", world.key())
                    : proof("urn:uuid:" + i, world.key(), "urn:uuid:" + (i - 1));
        }
        assertBroken(judge(chain(proofs)), "/proof/1/previousProof", "at most 8");
        ArrayNode eight = chain(java.util.Arrays.copyOf(proofs, 8));
        assertThat(proofOf(judge(eight)).outcome()).isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void however_many_others_make_proofs_the_issuer_s_is_looked_at() {
        ObjectNode[] proofs = new ObjectNode[12];
        for (int i = 0; i < proofs.length; i++) {
            proofs[i] = proof("urn:uuid:" + i, i == 11 ? world.key() : NOTARY);
        }
        VerificationReport report = judge(chain(proofs));
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(proofOf(report).problems())
                .extracting(Problem::detail)
                .containsExactly("only 8 proofs are looked at");
        assertThat(report.check("issuer-key").orElseThrow().reason())
                .isEqualTo("another proof holds too, by a key that is not the issuer's");
    }

    /** Options without a value, which {@link #chain} fills in. */
    private static ObjectNode proof(String id, SigningKey by, String... previous) {
        ObjectNode proof = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("type", "DataIntegrityProof")
                .put("cryptosuite", "eddsa-jcs-2022")
                .put("created", "2026-02-01T00:00:00Z")
                .put("verificationMethod", by.multikeyId())
                .put("proofPurpose", "assertionMethod");
        if (previous.length == 1) {
            proof.put("previousProof", previous[0]);
        } else if (previous.length > 1) {
            ArrayNode ids = proof.putArray("previousProof");
            List.of(previous).forEach(ids::add);
        }
        return proof;
    }

    private ArrayNode chain(ObjectNode... options) {
        ArrayNode proofs = JsonNodeFactory.instance.arrayNode();
        for (ObjectNode one : options) {
            List<String> ids = one.path("previousProof").isTextual()
                    ? List.of(one.path("previousProof").textValue())
                    : java.util.stream.StreamSupport.stream(
                                    one.path("previousProof").spliterator(), false)
                            .map(JsonNode::textValue)
                            .toList();
            List<JsonNode> before = java.util.stream.StreamSupport.stream(proofs.spliterator(), false)
                    .filter(proof -> ids.contains(proof.path("id").textValue()))
                    .toList();
            SigningKey by = one.path("verificationMethod").asText().equals(NOTARY.multikeyId()) ? NOTARY : world.key();
            proofs.add(signed(one, before, by));
        }
        return proofs;
    }

    private ObjectNode signed(ObjectNode options, List<JsonNode> before, SigningKey by) {
        ObjectNode document = badge.deepCopy();
        if (!before.isEmpty()) {
            document.putArray("proof").addAll(before);
        }
        options.remove("proofValue");
        return ProofsByHand.jcs(document, options, by);
    }

    private VerificationReport judge(ArrayNode proofs) {
        return judge(proofs, badge);
    }

    private VerificationReport judge(ArrayNode proofs, ObjectNode document) {
        ObjectNode signed = document.deepCopy();
        signed.set("proof", proofs);
        return world.judge(signed.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static CheckReport proofOf(VerificationReport report) {
        return report.check("proof").orElseThrow();
    }

    private static void assertBroken(VerificationReport report, String pointer, String words) {
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.FAILED);
        assertThat(proofOf(report).problems()).anySatisfy(problem -> {
            assertThat(problem.kind()).isEqualTo(ProblemKind.PROOF_CHAIN_BROKEN);
            assertThat(problem.pointer()).isEqualTo(pointer);
            assertThat(problem.detail()).contains(words);
        });
    }
}
