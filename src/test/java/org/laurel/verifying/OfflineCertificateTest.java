package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.fixture.Reports.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Papers;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.key.SigningKey;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** A certificate is handed in where no network is: what can be told from it and from what was kept is told, and no more. */
class OfflineCertificateTest {
    private final SampleWorld world = new SampleWorld(); // nothing in it answers, but what a test puts there

    @Test
    void a_badge_that_hangs_on_nothing_else_is_verified() {
        VerificationReport report = judged(world.badge());
        assertThat(report.input().form()).isEqualTo("pdf");
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.VERIFIED);
    }

    @Test
    void a_changed_badge_is_refused_though_nobody_can_be_asked() {
        String changed = new String(world.signed(world.badge()), java.nio.charset.StandardCharsets.UTF_8)
                .replace("fifty", "five");
        VerificationReport report = judged(changed.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(report.outcome()).isEqualTo(Verdict.FAILED);
        assertThat(check(report, "proof").problems().get(0).kind()).isEqualTo(ProblemKind.BAD_SIGNATURE);
    }

    @Test
    void a_status_list_that_was_kept_decides_for_its_ttl_and_no_longer() {
        keep(Duration.ofHours(1));
        ObjectNode good = world.withStatus("revocation", "8");
        ObjectNode revoked = world.withStatus("revocation", "7");
        assertThat(judged(good).outcome()).isEqualTo(Verdict.VERIFIED);
        assertThat(judged(revoked).outcome()).isEqualTo(Verdict.FAILED);
        assertThat(check(judged(revoked), "revocation").problems().get(0).kind())
                .isEqualTo(ProblemKind.REVOKED);
        world.clock().advance(Duration.ofHours(1));
        for (ObjectNode badge : List.of(good, revoked)) {
            assertOnlyTheProofIsTold(judged(badge));
        }
    }

    @Test
    void without_a_status_list_the_proof_alone_is_told() {
        assertOnlyTheProofIsTold(judged(world.withStatus("revocation", "8")));
    }

    @Test
    void keys_that_were_kept_prove_for_a_host_that_is_away() {
        SigningKey rsa = TestKeys.fresh(SignatureAlgorithm.RS256);
        VerificationMethod method = TestKeys.method(rsa);
        byte[] badge = world.jwt(Samples.badge(), rsa);
        byte[] pdf = Papers.with(badge, "application/vc+jwt");
        assertThat(world.judge(pdf).outcome()).as("never asked before").isEqualTo(Verdict.INDETERMINATE);
        world.dids()
                .publish(new DidDocument(
                        rsa.controller(),
                        List.of(method),
                        Set.of(method.id()),
                        Set.of(),
                        Instant.parse("2026-11-25T05:00:00Z"),
                        true,
                        List.of()));
        VerificationReport report = world.judge(pdf);
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.VERIFIED);
        assertThat(check(report, "issuer").reason()).contains("does not answer; a copy of 3 h ago was used");
    }

    private VerificationReport judged(ObjectNode badge) {
        return judged(world.signed(badge));
    }

    private VerificationReport judged(byte[] signed) {
        return world.judge(Papers.with(signed, "application/vc"));
    }

    /** The list of half an hour ago; its host is away since. */
    private void keep(Duration ttl) {
        ObjectNode list = world.list("revocation", 131072, 7);
        ((ObjectNode) list.path("credentialSubject")).put("ttl", ttl.toMillis());
        world.web()
                .put(SampleWorld.LIST, "application/vc", world.signed(list), Instant.parse("2026-11-25T07:30:00Z"))
                .leave(SampleWorld.LIST);
    }

    private static void assertOnlyTheProofIsTold(VerificationReport report) {
        assertThat(check(report, "proof").outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(check(report, "issuer-key").outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(check(report, "revocation").problems().get(0).kind()).isEqualTo(ProblemKind.STATUS_OUT_OF_REACH);
        assertThat(report.outcome()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(report.verified()).isFalse();
    }
}
