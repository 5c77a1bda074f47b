package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.Presentations;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.SigningKey;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.check.VerificationInput;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.EmbeddedReport;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.TrustReport;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

class EmbeddedCredentialsTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String DOMAIN = "https://verifier.example";

    private final SampleWorld world = new SampleWorld();
    private final SigningKey holder = TestKeys.fresh(SignatureAlgorithm.EDDSA);

    @Test
    void an_endorsement_has_a_report_of_its_own() throws IOException {
        VerificationReport report = world.judge(world.signed(endorsed(endorsement(achievementId()))));
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(outcome(report, "endorsements")).isEqualTo(CheckOutcome.PASSED);
        EmbeddedReport inner = report.embedded().get(0);
        assertThat(inner.pointer()).isEqualTo("/credentialSubject/achievement/endorsement/0");
        assertThat(inner.relation()).isEqualTo("endorsement");
        assertThat(inner.report().verified()).isTrue();
        TrustReport.Endorser endorser =
                Objects.requireNonNull(report.trust()).endorsements().get(0);
        assertThat(endorser.endorses()).isEqualTo("achievement");
        assertThat(endorser.outcome()).isEqualTo(Verdict.VERIFIED);
        assertThat(endorser.by())
                .isEqualTo(Objects.requireNonNull(inner.report().credential()).issuer());
    }

    @Test
    void a_forged_endorsement_is_told_and_leaves_the_badge_valid() throws IOException {
        ObjectNode endorsement = endorsement(achievementId());
        endorsement.put("name", "Another name");
        VerificationReport report = world.judge(world.signed(endorsed(endorsement)));
        assertThat(report.verified()).isTrue();
        assertThat(outcome(report, "endorsements")).isEqualTo(CheckOutcome.FAILED);
        assertThat(kind(report, "endorsements")).isEqualTo(ProblemKind.INNER_FAILED);
        assertThat(report.embedded().get(0).report().outcome()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void an_endorsement_of_another_thing_is_told() throws IOException {
        VerificationReport report = world.judge(world.signed(endorsed(endorsement("https://another.example/thing"))));
        assertThat(report.verified()).isTrue();
        assertThat(outcome(report, "endorsements")).isEqualTo(CheckOutcome.WARNING);
        assertThat(kind(report, "endorsements")).isEqualTo(ProblemKind.ENDORSES_ANOTHER);
        assertThat(Objects.requireNonNull(report.trust()).endorsements()).isEmpty();
        assertThat(report.embedded().get(0).relation()).isEqualTo("endorsement-of-another");
    }

    @Test
    void an_unsigned_presentation_is_as_good_as_what_is_in_it() throws IOException {
        VerificationReport report = world.judge(bytes(Presentations.of(holder.controller(), badge())));
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(outcome(report, "proof")).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(outcome(report, "credentials")).isEqualTo(CheckOutcome.WARNING);
        assertThat(kind(report, "credentials")).isEqualTo(ProblemKind.HOLDER_UNTOLD);
        assertThat(report.embedded().get(0).pointer()).isEqualTo("/verifiableCredential/0");
    }

    @Test
    void a_tampered_badge_spoils_the_presentation() throws IOException {
        ObjectNode tampered = badge().put("name", "Laurel of Zoology");
        VerificationReport report = world.judge(bytes(Presentations.of(holder.controller(), badge(), tampered)));
        assertThat(report.outcome()).isEqualTo(Verdict.FAILED);
        assertThat(outcome(report, "credentials")).isEqualTo(CheckOutcome.FAILED);
        assertThat(report.embedded())
                .extracting(e -> e.report().outcome())
                .containsExactly(Verdict.VERIFIED, Verdict.FAILED);
    }

    @Test
    void a_holder_answers_a_challenge() throws IOException {
        byte[] presented = bytes(signed());
        assertThat(asked(presented, "once", DOMAIN).verified()).isTrue();
        assertThat(world.judge(presented).verified()).isTrue();
        VerificationReport old = asked(presented, "another", DOMAIN);
        assertThat(old.verified()).isFalse();
        assertThat(kind(old, "presentation")).isEqualTo(ProblemKind.NOT_FOR_THIS_OCCASION);
        assertThat(asked(presented, "once", "https://other.example").verified()).isFalse();
    }

    @Test
    void an_unsigned_presentation_answers_no_challenge() throws IOException {
        byte[] presented = bytes(Presentations.of(holder.controller(), badge()));
        assertThat(kind(asked(presented, "once", DOMAIN), "presentation")).isEqualTo(ProblemKind.NOT_SHOWN_BY_HOLDER);
    }

    @Test
    void a_bare_credential_answers_no_challenge_and_no_domain() throws IOException {
        byte[] copied = bytes(badge());
        assertThat(world.judge(copied).verified()).isTrue();
        for (Asked asked : List.of(new Asked(null, "once", null), new Asked(null, null, DOMAIN))) {
            VerificationReport report = world.judge(VerificationInput.of(copied).asking(asked));
            assertThat(report.outcome()).isEqualTo(Verdict.FAILED);
            assertThat(kind(report, "presentation")).isEqualTo(ProblemKind.NOT_SHOWN_BY_HOLDER);
        }
    }

    @Test
    void whoever_shows_the_badge_of_another_is_told() throws IOException {
        ObjectNode hers = forWhom("did:example:ada");
        ObjectNode presented =
                Presentations.signed(Presentations.of(holder.controller(), hers), holder, "once", DOMAIN);
        VerificationReport stolen = world.judge(
                VerificationInput.of(bytes(presented)).asking(new Asked("did:example:ada", "once", DOMAIN)));
        assertThat(kind(stolen, "credentials")).isEqualTo(ProblemKind.SUBJECT_NOT_HOLDER);
        assertThat(stolen.summary())
                .endsWith(
                        "; all of it is about the recipient asked for; but it is about somebody else than who shows it.");
        ObjectNode nameless = Presentations.of(holder.controller(), hers);
        nameless.remove("holder");
        VerificationReport signer =
                asked(bytes(Presentations.signed(nameless, holder, "once", DOMAIN)), "once", DOMAIN);
        assertThat(kind(signer, "credentials")).isEqualTo(ProblemKind.SUBJECT_NOT_HOLDER);
    }

    @Test
    void a_presentation_of_nothing_proves_nothing() {
        ObjectNode empty = Presentations.of(holder.controller());
        empty.remove("verifiableCredential");
        VerificationReport report = world.judge(bytes(empty));
        assertThat(report.outcome()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(kind(report, "credentials")).isEqualTo(ProblemKind.NOTHING_INSIDE);
    }

    @Test
    void a_learner_record_with_the_badge_of_another_is_told() throws IOException {
        ObjectNode record = record(forWhom("did:example:eve"));
        ((ObjectNode) record.get("credentialSubject")).put("id", "did:example:ada");
        VerificationReport report =
                world.judge(VerificationInput.of(world.signed(record)).asking(Asked.whose("did:example:ada")));
        assertThat(outcome(report, "recipient")).isEqualTo(CheckOutcome.WARNING);
        assertThat(report.summary()).endsWith("but something inside names another.");
    }

    @Test
    void a_presentation_as_a_jwt_of_the_older_form_carries_jwts() {
        ObjectNode presentation = Presentations.of(holder.controller(), TextNode.valueOf(badgeJwt()));
        String jwt = Presentations.jwt(presentation, holder, "vp+jwt", "once");
        VerificationReport report = asked(jwt.getBytes(StandardCharsets.UTF_8), "once", DOMAIN);
        assertThat(outcome(report, "contexts")).as(report.toString()).isEqualTo(CheckOutcome.PASSED);
        assertThat(report.embedded()).hasSize(1);
    }

    @Test
    void a_credential_that_is_no_badge_breaks_no_rule_of_badges() {
        ObjectNode degree = world.badge();
        degree.putArray("type").add("VerifiableCredential");
        degree.putObject("credentialSubject").put("id", "did:example:ada");
        VerificationReport report = world.judge(world.signed(degree));
        assertThat(outcome(report, "open-badges")).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(report.summary()).startsWith("This credential is genuine");
    }

    @Test
    void whose_a_presentation_is_hangs_on_everything_in_it() throws IOException {
        ObjectNode adas = forWhom("did:example:ada");
        ObjectNode bobs = forWhom("did:example:bob");
        VerificationReport hers = whose(Presentations.of(holder.controller(), adas), "did:example:ada");
        assertThat(outcome(hers, "recipient")).isEqualTo(CheckOutcome.PASSED);
        assertThat(hers.summary()).endsWith("; all of it is about the recipient asked for.");
        VerificationReport mixed = whose(Presentations.of(holder.controller(), adas, bobs), "did:example:ada");
        assertThat(mixed.verified()).isTrue();
        assertThat(kind(mixed, "recipient")).isEqualTo(ProblemKind.RECIPIENT_DIFFERS);
        assertThat(mixed.check("recipient").orElseThrow().problems().get(0).pointer())
                .isEqualTo("/verifiableCredential/1");
        assertThat(mixed.summary()).endsWith("; but not all of it is about the recipient asked for.");
        VerificationReport empty = whose(Presentations.of(holder.controller()), "did:example:ada");
        assertThat(outcome(empty, "recipient")).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void another_cannot_present_for_the_holder() throws IOException {
        ObjectNode presented = Presentations.signed(
                Presentations.of(holder.controller(), badge()),
                TestKeys.fresh(SignatureAlgorithm.EDDSA),
                "once",
                DOMAIN);
        VerificationReport report = world.judge(bytes(presented));
        assertThat(report.verified()).isFalse();
        assertThat(kind(report, "issuer-key")).isEqualTo(ProblemKind.NOT_THE_ISSUERS_KEY);
    }

    @Test
    void a_changed_presentation_does_not_hold() throws IOException {
        ObjectNode presented = signed();
        ((ObjectNode) presented.get("proof")).put("challenge", "twice");
        assertThat(kind(world.judge(bytes(presented)), "proof")).isEqualTo(ProblemKind.BAD_SIGNATURE);
    }

    @Test
    void a_presentation_may_be_a_jwt_or_an_envelope_around_one() throws IOException {
        ObjectNode envelope = JSON.createObjectNode()
                .put("@context", "https://www.w3.org/ns/credentials/v2")
                .put("type", "EnvelopedVerifiableCredential")
                .put("id", "data:application/vc+jwt," + badgeJwt());
        String jwt = Presentations.jwt(Presentations.of(holder.controller(), envelope), holder, "vp+jwt", "once");
        VerificationReport report = asked(jwt.getBytes(StandardCharsets.UTF_8), "once", DOMAIN);
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(report.input().format()).isEqualTo("vp+jwt");
        assertThat(report.embedded().get(0).report().input().form()).isEqualTo("json");
        ObjectNode outer = JSON.createObjectNode()
                .put("@context", "https://www.w3.org/ns/credentials/v2")
                .put("type", "EnvelopedVerifiablePresentation")
                .put("id", "data:application/vp+jwt," + jwt);
        assertThat(asked(bytes(outer), "once", DOMAIN).verified()).isTrue();
        assertThat(asked(bytes(outer), "twice", DOMAIN).verified()).isFalse();
    }

    @Test
    void a_presentation_does_not_pass_for_a_credential() throws IOException {
        String jwt = Presentations.jwt(Presentations.of(holder.controller(), badge()), holder, "vc+jwt", "once");
        assertThat(kind(world.judge(jwt.getBytes(StandardCharsets.UTF_8)), "proof"))
                .isEqualTo(ProblemKind.MALFORMED_PROOF);
    }

    @Test
    void a_learner_record_is_judged_with_every_badge_in_it() throws IOException {
        VerificationReport report = world.judge(world.signed(record(badge())));
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(report.input().specification()).isEqualTo("CLR 2.0 / VCDM 2.0");
        assertThat(report.embedded()).hasSize(1);
        ObjectNode tampered = badge().put("name", "Laurel of Zoology");
        VerificationReport spoiled = world.judge(world.signed(record(badge(), tampered)));
        assertThat(spoiled.outcome()).isEqualTo(Verdict.FAILED);
        assertThat(outcome(spoiled, "proof")).isEqualTo(CheckOutcome.PASSED);
        assertThat(outcome(spoiled, "credentials")).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void what_is_too_deep_or_too_much_is_left_open() throws IOException {
        ObjectNode nested = Presentations.of(holder.controller(), badge());
        for (int i = 0; i < 4; i++) {
            nested = Presentations.of(holder.controller(), nested);
        }
        assertThat(world.judge(bytes(nested)).outcome()).isEqualTo(Verdict.INDETERMINATE);
        JsonNode[] many = new JsonNode[101];
        java.util.Arrays.fill(many, JSON.createObjectNode().put("type", "VerifiableCredential"));
        VerificationReport report = world.judge(bytes(Presentations.of(holder.controller(), many)));
        assertThat(report.embedded()).hasSize(100);
    }

    @Test
    void more_endorsements_than_are_judged_at_once_say_nothing_against_the_badge() throws IOException {
        ObjectNode badge = world.badge();
        var endorsements = ((ObjectNode) badge.at("/credentialSubject/achievement")).putArray("endorsement");
        ObjectNode endorsement = endorsement(achievementId());
        for (int i = 0; i < 201; i++) {
            endorsements.add(endorsement);
        }
        String jwt = new String(world.jwt(badge, world.key()), StandardCharsets.UTF_8);
        VerificationReport report = world.judge(jwt.getBytes(StandardCharsets.UTF_8));
        assertThat(report.outcome()).isEqualTo(Verdict.INDETERMINATE);
        assertThat(kind(report, "contexts")).isEqualTo(ProblemKind.TOO_MUCH);
    }

    @Test
    void contexts_of_two_versions_contradict_each_other() {
        ObjectNode badge = world.badge();
        badge.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context.json");
        VerificationReport report = world.judge(world.jwt(badge, world.key()));
        assertThat(kind(report, "contexts")).isEqualTo(ProblemKind.CONTEXT_CONFLICT);
    }

    @Test
    void the_schemas_of_the_standards_are_not_fetched() throws IOException {
        ObjectNode record = record(badge());
        ((ArrayNode) record.get("@context")).add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        record.putArray("credentialSchema")
                .addObject()
                .put("id", "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json")
                .put("type", "1EdTechJsonSchemaValidator2019");
        assertThat(outcome(world.judge(world.signed(record)), "schemas")).isEqualTo(CheckOutcome.PASSED);
    }

    private ObjectNode badge() throws IOException {
        return (ObjectNode) JSON.readTree(world.signed(world.badge()));
    }

    private String badgeJwt() {
        ObjectNode badge = world.badge();
        return new String(world.jwt(badge, world.key()), StandardCharsets.UTF_8);
    }

    private ObjectNode forWhom(String recipient) throws IOException {
        ObjectNode badge = world.badge();
        ((ObjectNode) badge.get("credentialSubject")).put("id", recipient);
        return (ObjectNode) JSON.readTree(world.signed(badge));
    }

    private VerificationReport whose(ObjectNode presentation, String recipient) {
        return world.judge(VerificationInput.of(bytes(presentation)).asking(Asked.whose(recipient)));
    }

    private ObjectNode signed() throws IOException {
        return Presentations.signed(Presentations.of(holder.controller(), badge()), holder, "once", DOMAIN);
    }

    private VerificationReport asked(byte[] bytes, String challenge, String domain) {
        return world.judge(VerificationInput.of(bytes).asking(new Asked(null, challenge, domain)));
    }

    private String achievementId() {
        return world.badge().at("/credentialSubject/achievement/id").textValue();
    }

    private ObjectNode endorsed(ObjectNode endorsement) {
        ObjectNode badge = world.badge();
        ((ObjectNode) badge.at("/credentialSubject/achievement"))
                .putArray("endorsement")
                .add(endorsement);
        return badge;
    }

    private ObjectNode endorsement(String of) throws IOException {
        ObjectNode endorsement = world.badge();
        endorsement.put("id", "urn:uuid:0a1b2c3d-0000-4000-8000-000000000001").put("name", "An endorsement");
        endorsement.remove("credentialSubject");
        endorsement.putArray("type").add("VerifiableCredential").add("EndorsementCredential");
        endorsement
                .putObject("credentialSubject")
                .put("id", of)
                .put("endorsementComment", "Grounded in research.")
                .putArray("type")
                .add("EndorsementSubject");
        return (ObjectNode) JSON.readTree(world.signed(endorsement));
    }

    private ObjectNode record(ObjectNode... badges) {
        ObjectNode record = world.badge();
        record.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json");
        record.putArray("type").add("VerifiableCredential").add("ClrCredential");
        record.put("id", "urn:uuid:0a1b2c3d-0000-4000-8000-000000000002").put("name", "Transcript");
        ObjectNode subject = record.putObject("credentialSubject");
        subject.put(
                "id",
                world.badge().at("/credentialSubject/id").asText("urn:uuid:0a1b2c3d-0000-4000-8000-000000000003"));
        subject.putArray("type").add("ClrSubject");
        var inside = subject.putArray("verifiableCredential");
        for (ObjectNode badge : badges) {
            inside.add(badge);
        }
        return record;
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static CheckOutcome outcome(VerificationReport report, String check) {
        return report.check(check).orElseThrow().outcome();
    }

    private static ProblemKind kind(VerificationReport report, String check) {
        return report.check(check).orElseThrow().problems().get(0).kind();
    }
}
