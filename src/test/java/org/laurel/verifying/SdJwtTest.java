package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.fixture.Reports.about;
import static org.laurel.fixture.Reports.assertRefused;
import static org.laurel.fixture.Reports.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.Presentations;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.fixture.SdJwts;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** Badges in SD-JWTs (VC-JOSE-COSE §3.2), of which the holder shows what they like. */
class SdJwtTest {
    private static final SigningKey HOLDER = TestKeys.fresh(SignatureAlgorithm.ES256);
    private static final SigningKey OTHER = TestKeys.fresh(SignatureAlgorithm.ES256);
    private static final String AUDIENCE = "https://verifier.example";

    private final SampleWorld world = new SampleWorld();
    private final ObjectNode payload = SdJwts.boundTo(HOLDER, world.badge());
    private final String name = SdJwts.hide(payload, "name");
    private final String achievement = SdJwts.hide((ObjectNode) payload.get("credentialSubject"), "achievement");
    private final String sdJwt = SdJwts.signed(payload, "vc+sd-jwt", world.key(), List.of(name, achievement));

    @Test
    void a_badge_is_judged_with_what_is_disclosed_in_its_place() {
        VerificationReport report = judge(sdJwt);
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(report.input().format()).isEqualTo("vc+sd-jwt");
        assertThat(report.input().cryptosuite()).isEqualTo("EdDSA");
        assertThat(report.input().specification()).isEqualTo("OB 3.0 / VCDM 2.0");
        assertThat(about(report).name()).isEqualTo("Laurel of Botany");
        assertThat(about(report).achievement()).isNotNull();
        assertThat(check(report, "presentation").outcome()).isEqualTo(CheckOutcome.SKIPPED);
    }

    @Test
    void what_is_not_disclosed_is_not_there() {
        VerificationReport report = judge(SdJwts.with(sdJwt, List.of(achievement)));
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(about(report).name()).isNull();
        VerificationReport without = judge(SdJwts.with(sdJwt, List.of(name)));
        assertThat(check(without, "open-badges").outcome()).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void one_of_an_older_draft_and_one_in_an_envelope_are_read_alike() {
        assertThat(judge(SdJwts.signed(payload, "vc+ld+sd-jwt", world.key(), List.of(achievement)))
                        .verified())
                .isTrue();
        ObjectNode envelope = JsonNodeFactory.instance
                .objectNode()
                .put("@context", "https://www.w3.org/ns/credentials/v2")
                .put("type", "EnvelopedVerifiableCredential")
                .put("id", "data:application/vc+sd-jwt," + sdJwt);
        VerificationReport report = judge(envelope.toString());
        assertThat(report.verified()).as(report.toString()).isTrue();
        VerificationReport inside =
                judge(Presentations.of(HOLDER.controller(), envelope).toString());
        assertThat(inside.verified()).as(inside.toString()).isTrue();
        assertRefused(
                judge(envelope.put("id", "data:application/vc+jwt," + sdJwt).toString()), ProblemKind.NOT_READABLE);
        assertRefused(
                judge(envelope.put("id", "data:application/vc+cose," + sdJwt).toString()), ProblemKind.NOT_READABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vc+jwt", "JWT", "dc+jwt", "vp+sd-jwt", "kb+jwt"})
    void a_jwt_of_another_type_is_none(String type) {
        assertRefused(
                judge(SdJwts.signed(payload, type, world.key(), List.of(name, achievement))),
                ProblemKind.MALFORMED_PROOF);
    }

    @Test
    void another_key_or_another_issuer_is_refused() {
        assertRefused(
                judge(SdJwts.signed(payload, "vc+sd-jwt", OTHER, List.of(name, achievement))),
                ProblemKind.NOT_THE_ISSUERS_KEY);
        payload.put("iss", "did:web:another.example");
        assertRefused(
                judge(SdJwts.signed(payload, "vc+sd-jwt", world.key(), List.of(name, achievement))),
                ProblemKind.CLAIM_MISMATCH);
    }

    @Test
    void a_disclosure_that_was_not_signed_is_refused() {
        String made = SdJwts.disclosure(
                "salt", JsonNodeFactory.instance.textNode("description"), JsonNodeFactory.instance.textNode("better"));
        assertRefused(judge(SdJwts.with(sdJwt, List.of(name, achievement, made))), ProblemKind.BAD_SIGNATURE);
        assertRefused(judge(SdJwts.with(sdJwt, List.of(name, achievement, achievement))), ProblemKind.MALFORMED_PROOF);
        payload.put("_sd_alg", "sha-512");
        VerificationReport report = judge(SdJwts.signed(payload, "vc+sd-jwt", world.key(), List.of(achievement)));
        assertThat(report.outcome()).isNotEqualTo(Verdict.VERIFIED);
        assertThat(check(report, "proof").problems().get(0).kind()).isEqualTo(ProblemKind.PROOF_NOT_SUPPORTED);
    }

    /** Where it is cut, or one character is another, nothing is verified. */
    @Test
    void any_single_fault_is_found() {
        String bound = SdJwts.shown(sdJwt, HOLDER, SdJwts.binding(sdJwt, "n1", AUDIENCE));
        assertThat(judge(bound).verified()).isTrue();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 150; i++) {
            int at = random.nextInt(bound.length());
            StringBuilder changed = new StringBuilder(bound);
            changed.setCharAt(at, other(bound.charAt(at)));
            assertThat(judge(changed.toString()).verified())
                    .as("character " + at + " of " + bound + ", seed " + seed)
                    .isFalse();
        }
        List<String> parts = new ArrayList<>(List.of(bound.split("~")));
        for (int i = 0; i < parts.size() - 1; i++) {
            List<String> fewer = new ArrayList<>(parts);
            fewer.remove(i);
            assertThat(judge(String.join("~", fewer)).verified())
                    .as("without part " + i)
                    .isFalse();
        }
        assertRefused(judge(sdJwt.substring(0, sdJwt.length() - 1)), ProblemKind.NOT_READABLE);
    }

    @Test
    void a_key_binding_answers_a_challenge_for_a_domain() {
        String bound = SdJwts.shown(sdJwt, HOLDER, SdJwts.binding(sdJwt, "n1", AUDIENCE));
        assertThat(check(judge(bound, "n1", AUDIENCE), "presentation").outcome())
                .isEqualTo(CheckOutcome.PASSED);
        assertThat(judge(bound, "n1", null).verified()).isTrue();
        VerificationReport other = judge(bound, "n2", "https://other.example");
        assertThat(check(other, "presentation").problems()).hasSize(2).allSatisfy(problem -> assertThat(problem.kind())
                .isEqualTo(ProblemKind.NOT_FOR_THIS_OCCASION));
        assertThat(other.outcome()).isEqualTo(Verdict.FAILED);
        assertRefused(judge(sdJwt, "n1", null), ProblemKind.NOT_SHOWN_BY_HOLDER);
        ObjectNode early = SdJwts.binding(sdJwt, "n1", AUDIENCE).put("iat", 1795500000);
        String kept = SdJwts.shown(sdJwt, HOLDER, early);
        assertThat(judge(kept, "n1", AUDIENCE).verified()).isTrue();
        assertRefused(judge(kept, null, AUDIENCE), ProblemKind.NOT_FOR_THIS_OCCASION);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "aud, null, MALFORMED_PROOF",
                "nonce, null, MALFORMED_PROOF",
                "iat, null, MALFORMED_PROOF",
                "sd_hash, null, SHOWN_BY_ANOTHER",
                "sd_hash, AAAA, SHOWN_BY_ANOTHER",
                "iat, 1795600000, PROOF_OUT_OF_TIME",
                "exp, 1795593541, PROOF_OUT_OF_TIME",
                "nbf, 1795600000, PROOF_OUT_OF_TIME"
            })
    void a_key_binding_that_is_wrong_counts_against_it_though_nobody_asked(
            String claim, @Nullable String value, ProblemKind kind) {
        ObjectNode claims = SdJwts.binding(sdJwt, "n1", AUDIENCE);
        claims.remove(claim);
        if (value != null && value.matches("\\d+")) {
            claims.put(claim, Long.parseLong(value));
        } else if (value != null) {
            claims.put(claim, value);
        }
        assertRefused(judge(SdJwts.shown(sdJwt, HOLDER, claims)), kind);
    }

    @Test
    void a_key_binding_by_another_or_over_another_or_to_no_key_is_refused() {
        ObjectNode claims = SdJwts.binding(sdJwt, "n1", AUDIENCE);
        assertRefused(judge(SdJwts.shown(sdJwt, OTHER, claims)), ProblemKind.SHOWN_BY_ANOTHER);
        String fewer = SdJwts.with(sdJwt, List.of(achievement));
        assertRefused(judge(SdJwts.shown(fewer, HOLDER, claims)), ProblemKind.SHOWN_BY_ANOTHER);
        payload.remove("cnf");
        String unbound = SdJwts.signed(payload, "vc+sd-jwt", world.key(), List.of(achievement));
        assertRefused(
                judge(SdJwts.shown(unbound, HOLDER, SdJwts.binding(unbound, "n1", AUDIENCE))),
                ProblemKind.MALFORMED_PROOF);
        String jwt = SdJwts.signed(claims, "JWT", HOLDER, List.of());
        assertRefused(judge(sdJwt + jwt.substring(0, jwt.length() - 1)), ProblemKind.MALFORMED_PROOF);
    }

    @Test
    void revocation_and_dates_are_asked_as_of_any_badge() {
        world.publish(world.list("revocation", 131072, 7));
        ObjectNode revoked = world.withStatus("revocation", "7");
        String hidden = SdJwts.hide(revoked, "name");
        assertRefused(judge(SdJwts.signed(revoked, "vc+sd-jwt", world.key(), List.of(hidden))), ProblemKind.REVOKED);
        ObjectNode ended = Samples.badgeOf(world.key().controller()).put("validUntil", "2026-11-01T00:00:00Z");
        assertRefused(judge(SdJwts.signed(ended, "vc+sd-jwt", world.key(), List.of())), ProblemKind.EXPIRED);
        payload.put("exp", 1_700_000_000);
        assertRefused(
                judge(SdJwts.signed(payload, "vc+sd-jwt", world.key(), List.of(achievement))),
                ProblemKind.PROOF_OUT_OF_TIME);
    }

    private static char other(char c) {
        return c == 'A' ? 'B' : 'A';
    }

    private VerificationReport judge(String text) {
        return judge(text, null, null);
    }

    private VerificationReport judge(String text, @Nullable String challenge, @Nullable String domain) {
        return world.judge(text, challenge, domain);
    }
}
