package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.key.SigningKey;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

class CredentialVerifierTest {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final SampleWorld world = new SampleWorld();

    @Test
    void a_genuine_badge_is_verified_and_every_check_is_told() {
        VerificationReport report = world.judge(world.signed(world.badge()));
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(report.outcome()).isEqualTo(Verdict.VERIFIED);
        assertThat(report.checks().stream().map(CheckReport::id))
                .containsExactly(
                        "parse",
                        "contexts",
                        "open-badges",
                        "schemas",
                        "issuer",
                        "proof",
                        "issuer-key",
                        "presentation",
                        "validity",
                        "revocation",
                        "suspension",
                        "status-messages",
                        "credentials",
                        "endorsements",
                        "recipient",
                        "issuer-known",
                        "notes");
        assertThat(report.summary())
                .isEqualTo("This badge is genuine and valid: the issuer, which calls itself “The Botanical Garden”,"
                        + " signed it and nothing in it has"
                        + " been changed.");
        assertThat(outcome(report, "issuer-known")).isEqualTo(CheckOutcome.WARNING);
        assertThat(outcome(report, "revocation")).isEqualTo(CheckOutcome.SKIPPED);
    }

    @Test
    void a_changed_badge_is_tampered_with() throws IOException {
        ObjectNode signed = (ObjectNode) JSON.readTree(world.signed(world.badge()));
        signed.put("name", "Laurel of Zoology");
        VerificationReport report = world.judge(JSON.writeValueAsBytes(signed));
        assertFailed(report, "proof", ProblemKind.BAD_SIGNATURE);
        assertThat(report.summary()).startsWith("This badge is not genuine: it was changed");
        assertThat(outcome(report, "revocation")).isEqualTo(CheckOutcome.NOT_RUN);
        assertThat(report.check("revocation").orElseThrow().reason()).contains("issuer-key");
    }

    @Test
    void a_badge_without_proof_shows_nothing() {
        VerificationReport report = world.judge(bytes(world.badge()));
        assertFailed(report, "proof", ProblemKind.NO_PROOF);
    }

    @Test
    void another_s_key_cannot_sign_for_an_issuer() {
        SigningKey attacker = TestKeys.fresh(SignatureAlgorithm.EDDSA);
        VerificationReport report = world.judge(world.signed(world.badge(), attacker));
        assertFailed(report, "issuer-key", ProblemKind.NOT_THE_ISSUERS_KEY);
        assertThat(outcome(report, "proof")).isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void a_key_that_the_issuer_keeps_for_other_things_does_not_count() {
        SigningKey rsa = TestKeys.fresh(SignatureAlgorithm.RS256);
        world.dids()
                .publish(new org.laurel.securing.did.DidDocument(
                        rsa.controller(),
                        List.of(method(rsa)),
                        java.util.Set.of(),
                        java.util.Set.of(rsa.jsonWebKeyId()),
                        java.time.Instant.EPOCH));
        VerificationReport report = world.judge(world.jwt(Samples.badge(), rsa));
        assertFailed(report, "issuer-key", ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    @Test
    void a_jwt_is_verified() {
        SigningKey rsa = TestKeys.fresh(SignatureAlgorithm.RS256);
        world.dids().publish(rsa.controller(), method(rsa));
        VerificationReport report = world.judge(world.jwt(Samples.badge(), rsa));
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(report.input().form()).isEqualTo("jwt");
        assertThat(report.input().format()).isEqualTo("vc+jwt");
        assertThat(report.input().cryptosuite()).isEqualTo("RS256");
    }

    @Test
    void an_issuer_out_of_reach_leaves_the_question_open() {
        SigningKey rsa = TestKeys.fresh(SignatureAlgorithm.RS256);
        VerificationReport report = world.judge(world.jwt(Samples.badge(), rsa));
        assertOpen(report, "issuer", ProblemKind.ISSUER_OUT_OF_REACH);
        assertOpen(report, "proof", ProblemKind.KEY_OUT_OF_REACH);
        assertThat(report.summary()).startsWith("It cannot be told now");
    }

    @Test
    void a_copy_of_the_issuer_s_keys_serves_while_its_host_is_away_and_is_told() {
        SigningKey rsa = TestKeys.fresh(SignatureAlgorithm.RS256);
        String keys = "{\"keys\":[" + rsa.publicKey().jwk() + "]}";
        world.web()
                .put(
                        "https://badges.example/.well-known/jwks.json",
                        "application/json",
                        keys.getBytes(StandardCharsets.UTF_8),
                        java.time.Instant.parse("2026-11-25T04:59:00Z"))
                .leave("https://badges.example/.well-known/jwks.json");
        VerificationReport report = world.judge(world.signed(Samples.badgeOf("https://badges.example/")));
        assertThat(outcome(report, "issuer")).isEqualTo(CheckOutcome.PASSED);
        assertThat(report.check("issuer").orElseThrow().reason())
                .isEqualTo("the issuer's host does not answer; a copy of 3 h ago was used");
    }

    @Test
    void an_issuer_that_does_not_exist_is_a_failure() {
        VerificationReport report = world.judge(world.signed(Samples.badgeOf("did:web:gone.example")));
        assertFailed(report, "issuer", ProblemKind.ISSUER_NOT_FOUND);
    }

    @Test
    void a_did_method_that_we_do_not_know_leaves_the_question_open() {
        VerificationReport report = world.judge(world.signed(Samples.badgeOf("did:example:1")));
        assertOpen(report, "issuer", ProblemKind.ISSUER_NOT_SUPPORTED);
        assertThat(report.summary()).contains("not supported");
    }

    @Test
    void a_suite_that_we_do_not_know_leaves_the_question_open() throws IOException {
        ObjectNode signed = (ObjectNode) JSON.readTree(world.signed(world.badge()));
        ((ObjectNode) signed.at("/proof/0")).put("cryptosuite", "falcon-rdfc-2031");
        VerificationReport report = world.judge(JSON.writeValueAsBytes(signed));
        assertOpen(report, "proof", ProblemKind.PROOF_NOT_SUPPORTED);
    }

    @Test
    void one_proof_that_holds_is_enough_and_the_other_is_told() throws IOException {
        ObjectNode signed = (ObjectNode) JSON.readTree(world.signed(world.badge()));
        ObjectNode other = signed.at("/proof/0").deepCopy();
        other.put("created", "2026-03-01T00:00:00Z");
        Samples.put(signed, "/proof/1", other);
        VerificationReport report = world.judge(JSON.writeValueAsBytes(signed));
        assertThat(report.verified()).isTrue();
        assertThat(outcome(report, "proof")).isEqualTo(CheckOutcome.WARNING);
        assertThat(report.check("proof").orElseThrow().problems().get(0).pointer())
                .startsWith("/proof/1");
    }

    @Test
    void an_expired_badge_and_one_that_is_not_valid_yet_are_told_apart() {
        ObjectNode expired = world.badge().put("validUntil", "2026-11-25T07:59:59Z");
        VerificationReport late = world.judge(world.signed(expired));
        assertFailed(late, "validity", ProblemKind.EXPIRED);
        assertThat(late.summary()).isEqualTo("This badge is genuine, but it has expired.");
        ObjectNode future = world.badge().put("validFrom", "2026-11-25T08:01:01Z");
        VerificationReport early = world.judge(world.signed(future));
        assertFailed(early, "validity", ProblemKind.NOT_YET_VALID);
        assertThat(early.summary()).isEqualTo("This badge is genuine, but it is not valid yet.");
    }

    @Test
    void clocks_may_differ_by_a_minute_at_the_beginning_and_not_at_the_end() {
        ObjectNode begins = world.badge().put("validFrom", "2026-11-25T08:01:00Z");
        assertThat(world.judge(world.signed(begins)).verified()).isTrue();
        ObjectNode ends = world.badge().put("validUntil", "2026-11-25T08:00:00Z");
        assertThat(world.judge(world.signed(ends)).verified()).isTrue();
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(world.judge(world.signed(ends)).verified()).isFalse();
    }

    @Test
    void a_revoked_badge_is_told_by_name_and_its_neighbour_is_not_touched() {
        world.publish(world.list("revocation", 131072, 7));
        VerificationReport report = world.judge(world.signed(world.withStatus("revocation", "7")));
        assertFailed(report, "revocation", ProblemKind.REVOKED);
        assertThat(report.summary()).isEqualTo("This badge is genuine, but its issuer has revoked it.");
        assertThat(world.judge(world.signed(world.withStatus("revocation", "8")))
                        .verified())
                .isTrue();
    }

    @Test
    void a_suspended_badge_has_a_name_of_its_own() {
        world.publish(world.list("suspension", 131072, 7));
        VerificationReport report = world.judge(world.signed(world.withStatus("suspension", "7")));
        assertFailed(report, "suspension", ProblemKind.SUSPENDED);
        assertThat(report.summary()).isEqualTo("This badge is genuine, but its issuer has suspended it for now.");
        assertThat(outcome(report, "revocation")).isEqualTo(CheckOutcome.SKIPPED);
    }

    @Test
    void a_status_out_of_reach_leaves_the_question_open() {
        VerificationReport report = world.judge(world.signed(world.withStatus("revocation", "7")));
        assertOpen(report, "revocation", ProblemKind.STATUS_OUT_OF_REACH);
        assertThat(report.verified()).isFalse();
    }

    @Test
    void a_list_is_believed_only_when_it_is_sound() throws IOException {
        assertUnsound(world.signed(world.list("revocation", 131064, 7)), "131064 entries");
        assertUnsound(world.signed(world.list("suspension", 131072, 7)), "the entry is for revocation");
        assertUnsound(bytes(world.list("revocation", 131072, 7)), "no proof of the list");
        assertUnsound(
                world.signed(world.list("revocation", 131072, 7), TestKeys.fresh(SignatureAlgorithm.EDDSA)),
                "no proof of the list");
        ObjectNode foreign = world.list("revocation", 131072, 7).put("issuer", "did:web:other.example");
        assertUnsound(world.signed(foreign), "issued by another");
        ObjectNode renamed = world.list("revocation", 131072, 7).put("id", SampleWorld.LIST + "1");
        assertUnsound(world.signed(renamed), "another URL");
        assertUnsound("<html>".getBytes(StandardCharsets.UTF_8), "cannot be read");
        ObjectNode changed = (ObjectNode) JSON.readTree(world.signed(world.list("revocation", 131072, 8)));
        ((ObjectNode) changed.path("credentialSubject"))
                .set("encodedList", world.list("revocation", 131072, 9).at("/credentialSubject/encodedList"));
        assertUnsound(JSON.writeValueAsBytes(changed), "no proof of the list");
    }

    @Test
    void an_index_outside_the_list_is_not_good_news() {
        world.publish(world.list("revocation", 131072, 7));
        VerificationReport report = world.judge(world.signed(world.withStatus("revocation", "131072")));
        assertFailed(report, "revocation", ProblemKind.STATUS_NOT_BELIEVABLE);
    }

    @Test
    void whose_the_badge_is_does_not_decide_whether_it_is_genuine() {
        byte[] signed = world.signed(world.badge());
        VerificationReport untold = world.judge(VerificationInput.of(signed).asking(Asked.whose("did:example:other")));
        assertThat(outcome(untold, "recipient")).isEqualTo(CheckOutcome.INDETERMINATE);
        assertThat(untold.summary()).endsWith("; whether it names the recipient asked for cannot be told.");
        VerificationReport other = world.judge(VerificationInput.of(signed).asking(Asked.whose("urn:uuid:other")));
        assertThat(outcome(other, "recipient")).isEqualTo(CheckOutcome.FAILED);
        assertThat(other.verified()).isTrue();
        assertThat(other.summary()).endsWith("; but it names another recipient.");
        VerificationReport theirs = world.judge(
                VerificationInput.of(signed).asking(Asked.whose("urn:uuid:0a9c2b1e-6d0f-4f4e-9f5c-2d6a0d1f7b11")));
        assertThat(outcome(theirs, "recipient")).isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void a_link_is_followed_and_so_is_the_link_of_a_page_once() {
        world.web().put("https://badges.example/c/1.json", "application/vc", world.signed(world.badge()));
        world.web()
                .put(
                        "https://badges.example/c/1",
                        "text/html",
                        "<html><head><link rel=\"alternate\" type=\"application/vc\" href=\"/c/1.json\"></head>");
        VerificationReport direct = follow("https://badges.example/c/1.json");
        assertThat(direct.verified()).isTrue();
        assertThat(direct.input().form()).isEqualTo("url");
        assertThat(follow("https://badges.example/c/1").verified()).isTrue();
    }

    @Test
    void a_picture_is_judged_wherever_it_comes_from() throws CarrierException {
        byte[] png = PngCarrier.bake(
                Pictures.png(), new String(world.signed(world.badge()), java.nio.charset.StandardCharsets.UTF_8));
        VerificationReport report = world.judge(png);
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(report.input().form()).isEqualTo("png");
        assertThat(report.check("parse").orElseThrow().reason()).isEqualTo("it was inside a PNG");
        world.web().put("https://badges.example/c/1.png", "application/octet-stream", png);
        VerificationReport fetched = follow("https://badges.example/c/1.png");
        assertThat(fetched.verified()).isTrue();
        assertThat(fetched.input().form()).isEqualTo("url");
        assertThat(world.judge(Pictures.qr("https://badges.example/c/1.png", "png"))
                        .verified())
                .isTrue();
    }

    @Test
    void a_picture_that_cannot_be_read_and_a_link_to_a_link_are_not_judged() {
        assertFailed(world.judge(Pictures.png()), "parse", ProblemKind.NOT_READABLE);
        world.web().put("https://badges.example/qr", "image/png", Pictures.qr("https://badges.example/qr", "png"));
        assertFailed(follow("https://badges.example/qr"), "parse", ProblemKind.NOT_READABLE);
        assertThat(world.web().asked("https://badges.example/qr")).isEqualTo(2);
    }

    @Test
    void a_link_to_nowhere_leaves_the_question_open() {
        VerificationReport report = follow("https://away.example/c/1");
        assertOpen(report, "parse", ProblemKind.INPUT_OUT_OF_REACH);
        assertThat(report.checks()).hasSize(17);
    }

    @Test
    void the_report_has_the_members_that_were_promised() throws IOException {
        JsonNode report = JSON.readTree(JSON.writeValueAsString(world.judge(world.signed(world.badge()))));
        assertThat(report.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly(
                        "verified", "outcome", "summary", "input", "credential", "checks", "trust", "verifiedAt");
        assertThat(report.path("outcome").textValue()).isEqualTo("verified");
        assertThat(report.path("verifiedAt").textValue()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(report.at("/input/specification").textValue()).isEqualTo("OB 3.0 / VCDM 2.0");
        assertThat(report.at("/credential/achievement/name").textValue()).isEqualTo("Botany");
        JsonNode last = report.at("/checks/15");
        assertThat(last.properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly("id", "title", "outcome", "clause", "problems");
        assertThat(last.at("/problems/0").properties().stream().map(java.util.Map.Entry::getKey))
                .containsExactly("type", "title", "detail", "pointer", "advice");
        assertThat(last.at("/problems/0/type").textValue()).isEqualTo("urn:laurel:problem:issuer-unknown");
    }

    private VerificationReport follow(String url) {
        return world.verifier()
                .verifyUrl(URI.create(url), Asked.NOTHING)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private void assertUnsound(byte[] list, String detail) {
        world.web().put(SampleWorld.LIST, "application/vc", list);
        VerificationReport report = world.judge(world.signed(world.withStatus("revocation", "7")));
        assertFailed(report, "revocation", ProblemKind.STATUS_NOT_BELIEVABLE);
        assertThat(report.check("revocation").orElseThrow().problems().get(0).detail())
                .contains(detail);
    }

    private static VerificationMethod method(SigningKey key) {
        return new VerificationMethod(key.jsonWebKeyId(), key.controller(), "JsonWebKey", key.publicKey(), null, null);
    }

    private static byte[] bytes(ObjectNode document) {
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static CheckOutcome outcome(VerificationReport report, String check) {
        return report.check(check).orElseThrow().outcome();
    }

    private static void assertFailed(VerificationReport report, String check, ProblemKind kind) {
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.FAILED);
        assertCheck(report, check, CheckOutcome.FAILED, kind);
    }

    private static void assertOpen(VerificationReport report, String check, ProblemKind kind) {
        assertThat(report.outcome()).as(report.toString()).isEqualTo(Verdict.INDETERMINATE);
        assertCheck(report, check, CheckOutcome.INDETERMINATE, kind);
    }

    private static void assertCheck(VerificationReport report, String check, CheckOutcome outcome, ProblemKind kind) {
        CheckReport found = report.check(check).orElseThrow();
        assertThat(found.outcome()).as(report.toString()).isEqualTo(outcome);
        assertThat(found.problems().get(0).kind()).isEqualTo(kind);
    }
}
