package org.laurel.verifying.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** Issuers that are https URLs: whose key it is, is said by their origin alone (OB 3.0 §8.2). */
class KeyProvenanceTest {
    private static final String ISSUER = "https://school.example/issuers/7";
    private static final String JWKS = "https://school.example/.well-known/jwks.json";
    private static final String KID = "https://school.example/keys/1";

    /** 2026-01-01T00:00:00Z; the badge is of after it. */
    private static final long END_OF_2025 = 1_767_225_600L;

    private final SampleWorld world = new SampleWorld();
    private final SigningKey key = TestKeys.fresh(SignatureAlgorithm.RS256);

    @Test
    void a_key_in_the_header_counts_when_the_origin_publishes_it() {
        world.web().put(JWKS, "application/jwk-set+json", jwks(key, null));
        assertThat(world.judge(inHeader()).verified()).isTrue();
    }

    @Test
    void a_key_in_the_header_proves_nothing_by_itself() {
        VerificationReport away = world.judge(inHeader());
        assertThat(away.outcome()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(problem(away, "issuer")).isEqualTo(ProblemKind.ISSUER_OUT_OF_REACH);
        world.web().put(JWKS, "application/json", jwks(TestKeys.fresh(SignatureAlgorithm.RS256), null));
        VerificationReport another = world.judge(inHeader());
        assertThat(another.outcome()).isEqualTo(Verdict.FAILED);
        assertThat(problem(another, "issuer-key")).isEqualTo(ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    @Test
    void a_key_that_the_origin_publishes_for_another_issuer_does_not_count() {
        world.web().put(JWKS, "application/json", jwks(key, "https://school.example/issuers/8"));
        assertThat(problem(world.judge(inHeader()), "issuer-key")).isEqualTo(ProblemKind.NOT_THE_ISSUERS_KEY);
        world.web().put(JWKS, "application/json", jwks(key, ISSUER));
        assertThat(world.judge(inHeader()).verified()).isTrue();
    }

    @Test
    void a_kid_that_leads_to_a_jwk_is_followed() {
        world.web().put(JWKS, "application/json", jwks(key, null));
        world.web().put(KID, "application/json", key.publicKey().jwk().toString());
        assertThat(world.judge(byKid()).verified()).isTrue();
    }

    @Test
    void a_key_whose_set_says_that_it_ended_signs_nothing_after_its_end() {
        ObjectNode jwk = key.publicKey().jwk().put("exp", END_OF_2025);
        world.web().put(JWKS, "application/json", set(jwk));
        VerificationReport ended = world.judge(inHeader());
        assertThat(problem(ended, "issuer-key")).isEqualTo(ProblemKind.NOT_THE_ISSUERS_KEY);
        assertThat(ended.toString()).contains("the key expired at 2026-01-01T00:00:00Z");
        world.web().put(KID, "application/json", jwk.toString());
        assertThat(world.judge(byKid()).verified()).isFalse();
        world.web().put(JWKS, "application/json", set(jwk.put("exp", END_OF_2025 + 365 * 86_400)));
        assertThat(world.judge(inHeader()).verified()).isTrue();
        world.web().put(JWKS, "application/json", set(jwk.put("exp", "soon")));
        assertThat(world.judge(inHeader()).verified())
                .as("no key, for its end is no time")
                .isFalse();
    }

    @Test
    void a_kid_that_leads_to_nothing_leaves_the_question_open() {
        world.web().put(JWKS, "application/json", jwks(key, null));
        VerificationReport report = world.judge(byKid());
        assertThat(report.check("proof").orElseThrow().outcome()).isEqualTo(CheckOutcome.INDETERMINATE);
    }

    @Test
    void what_is_published_and_is_no_key_set_holds_no_key() {
        world.web().put(JWKS, "text/html", "<html>");
        assertThat(problem(world.judge(inHeader()), "issuer-key")).isEqualTo(ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    @Test
    void an_issuer_that_is_a_controlled_identifier_document_publishes_its_keys() {
        String method = ISSUER + "#key-1";
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", ISSUER);
        document.putArray("verificationMethod")
                .addObject()
                .put("id", method)
                .put("type", "JsonWebKey")
                .put("controller", ISSUER)
                .set("publicKeyJwk", key.publicKey().jwk());
        document.putArray("assertionMethod").add(method);
        world.web().put(ISSUER, "application/cid", document.toString());
        byte[] badge =
                jwt(JsonNodeFactory.instance.objectNode().put("alg", "RS256").put("kid", method));
        VerificationReport report = world.judge(badge);
        assertThat(report.verified()).as(report.toString()).isTrue();
        document.putArray("assertionMethod");
        world.web().put(ISSUER, "application/cid", document.toString());
        assertThat(problem(world.judge(badge), "issuer-key")).isEqualTo(ProblemKind.NOT_THE_ISSUERS_KEY);
        world.web()
                .put(ISSUER, "application/cid", document.put("id", ISSUER + "x").toString());
        assertThat(world.judge(badge).verified()).isFalse();
    }

    @Test
    void a_key_of_a_controlled_identifier_document_that_was_revoked_or_is_another_s_is_told_as_such() {
        String method = ISSUER + "#key-1";
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("id", ISSUER);
        ObjectNode published = document.putArray("verificationMethod")
                .addObject()
                .put("id", method)
                .put("type", "JsonWebKey")
                .put("controller", ISSUER)
                .put("revoked", "2026-06-01T00:00:00Z");
        published.set("publicKeyJwk", key.publicKey().jwk());
        document.putArray("assertionMethod").add(method);
        world.web().put(ISSUER, "application/cid", document.toString());
        byte[] badge =
                jwt(JsonNodeFactory.instance.objectNode().put("alg", "RS256").put("kid", method));
        VerificationReport older = world.judge(badge);
        assertThat(older.verified()).as(older.toString()).isTrue();
        assertThat(problem(older, "issuer-key")).isEqualTo(ProblemKind.KEY_REVOKED_SINCE);
        published.put("revoked", "2026-01-01T00:00:00Z");
        world.web().put(ISSUER, "application/cid", document.toString());
        assertThat(world.judge(badge).toString()).contains("the key was revoked at 2026-01-01T00:00:00Z");
        published.remove("revoked");
        published.put("controller", "https://elsewhere.example");
        world.web().put(ISSUER, "application/cid", document.toString());
        assertThat(problem(world.judge(badge), "issuer-key")).isEqualTo(ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    @Test
    void a_key_that_is_published_for_something_else_does_not_count() {
        ObjectNode jwk = key.publicKey().jwk();
        jwk.putArray("key_ops").add("encrypt");
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys").add(jwk);
        world.web().put(JWKS, "application/json", set.toString());
        assertThat(problem(world.judge(inHeader()), "issuer-key")).isEqualTo(ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    private byte[] inHeader() {
        ObjectNode header = JsonNodeFactory.instance.objectNode().put("alg", "RS256");
        header.set("jwk", key.publicKey().jwk());
        return jwt(header);
    }

    private byte[] byKid() {
        return jwt(JsonNodeFactory.instance.objectNode().put("alg", "RS256").put("kid", KID));
    }

    private byte[] jwt(ObjectNode header) {
        String[] parts = new String(world.jwt(Samples.badgeOf(ISSUER), key), StandardCharsets.US_ASCII).split("\\.");
        String input = encode(header.toString().getBytes(StandardCharsets.UTF_8)) + "." + parts[1];
        String jwt = input + "." + encode(key.sign(input.getBytes(StandardCharsets.US_ASCII)));
        return jwt.getBytes(StandardCharsets.US_ASCII);
    }

    private static String jwks(SigningKey key, @org.jspecify.annotations.Nullable String issuer) {
        ObjectNode jwk = key.publicKey().jwk();
        if (issuer != null) {
            jwk.put("iss", issuer);
        }
        return set(jwk);
    }

    private static String set(ObjectNode jwk) {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys").add("strange").add(jwk);
        return set.toString();
    }

    private static ProblemKind problem(VerificationReport report, String check) {
        return report.check(check).orElseThrow().problems().get(0).kind();
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
