package org.laurel.verifying.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.verifying.openbadges2.AssertionWorld.ID;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertCheck;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertFailed;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertOpen;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertVerified;
import static org.laurel.verifying.openbadges2.AssertionWorld.hosted;
import static org.laurel.verifying.openbadges2.AssertionWorld.json;
import static org.laurel.verifying.openbadges2.AssertionWorld.jws;
import static org.laurel.verifying.openbadges2.AssertionWorld.name;
import static org.laurel.verifying.openbadges2.AssertionWorld.outcome;
import static org.laurel.verifying.openbadges2.AssertionWorld.signed;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.fixture.SampleDocuments;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

class AssertionFormsTest {
    private static final String MAIL = "ada@example.org";

    private final AssertionWorld world = new AssertionWorld().publish(hosted());

    @Test
    void pictures_hold_a_link_the_json_or_a_jws() {
        for (String inside : new String[] {ID, hosted().toString(), jws(signed())}) {
            byte[] png = baked(inside);
            assertVerified(world.sample().judge(png));
        }
        assertVerified(world.judge(svg(" verify=\"" + ID + "\"", "")));
        assertVerified(world.judge(svg(" verify=\"" + jws(signed()) + "\"", "")));
        VerificationReport json = world.judge(svg("", "<![CDATA[" + hosted() + "]]>"));
        assertVerified(json);
        assertThat(json.input().form()).isEqualTo("svg");
        assertThat(json.check("parse").orElseThrow().reason())
                .isEqualTo("it was inside an SVG; it is marked as an Open Badge 2.0");
    }

    @Test
    void a_link_is_followed_and_so_is_the_plain_json_of_a_page() {
        VerificationReport direct = world.follow(ID);
        assertVerified(direct);
        assertThat(direct.input().form()).isEqualTo("url");
        String page = "<html><head><link rel=\"alternate\" type=\"application/json+oembed\" href=\"/no\">"
                + "<link rel=\"alternate\" type=\"application/json\" href=\"/assertions/1\"></head>";
        world.sample().web().put("https://badges.example/pages/1", "text/html", page);
        assertVerified(world.follow("https://badges.example/pages/1"));
    }

    @Test
    void a_picture_behind_a_link_may_hold_the_link_of_the_assertion_and_of_nothing_else_that_leads_on() {
        byte[] png = baked(ID);
        world.sample().web().put("https://badges.example/1.png", "image/png", png);
        assertVerified(world.follow("https://badges.example/1.png"));
        world.sample().web().put("https://badges.example/2.png", "image/png", baked("https://badges.example/2.png"));
        assertFailed(world.follow("https://badges.example/2.png"), "parse", ProblemKind.NOT_READABLE);
        assertThat(world.sample().web().asked("https://badges.example/2.png")).isEqualTo(2);
    }

    private static byte[] baked(String text) {
        return Pictures.with(
                Pictures.png(), "iTXt", Pictures.text("openbadges", "\0\0\0\0", text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void what_is_null_is_left_away() {
        ObjectNode nulls = hosted();
        for (String member : new String[] {"expires", "narrative", "image", "revoked", "evidence"}) {
            nulls.putNull(member);
        }
        ((ObjectNode) nulls.path("recipient")).putNull("salt");
        world.publish(nulls);
        assertVerified(world.judge(nulls));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'https://w3id.org/openbadges/v2'",
                "['https://w3id.org/openbadges/v2','https://w3id.org/openbadges/v1']",
                "['https://w3id.org/openbadges/v2',{'x':'https://x.example/'}]",
                "'http://openbadgespec.org/v2/context.json'",
                "'https://purl.imsglobal.org/spec/ob/v2p0/context.json'",
                "'http://www.imsglobal.org/sites/default/files/Badges/OBv2p0Final/v2/context.json'"
            })
    void every_context_of_the_version_is_known(String context) {
        ObjectNode assertion = hosted();
        assertion.set("@context", json("{'c':" + context + "}").get("c"));
        world.publish(assertion);
        VerificationReport report = world.judge(assertion);
        assertVerified(report);
        assertThat(report.input().specification()).isEqualTo("OB 2.0");
    }

    @Test
    void the_later_version_is_told() {
        ObjectNode later = hosted().put("@context", "https://purl.imsglobal.org/spec/ob/v2p1/ob_v2p1.jsonld");
        world.publish(later);
        assertThat(world.judge(later).input().specification()).isEqualTo("OB 2.1");
    }

    @Test
    void verify_is_an_alias_where_the_context_says_so() {
        ObjectNode alias = hosted();
        alias.set("verify", alias.remove("verification"));
        world.publish(alias);
        assertVerified(world.judge(alias));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'@context':'https://w3id.org/openbadges/v1','type':'Assertion','id':'https://a.example/1',"
                        + "'recipient':{'type':'email','identity':'a@b.example'},'badge':'https://a.example/2',"
                        + "'verify':{'type':'hosted','url':'https://a.example/1'},'issuedOn':1359217910}",
                "{'uid':'1','recipient':{'type':'email','identity':'a@b.example'},'badge':'https://a.example/2',"
                        + "'verify':{'type':'hosted','url':'https://a.example/1'},'issuedOn':1359217910}",
                "{'recipient':'sha256$2ad891a61112bb953171416acc9cfe2484d59a45a3ed574a1ca93b47d07629fe','salt':'x',"
                        + "'badge':{'version':'0.5.0','name':'A','issuer':{'origin':'https://a.example'}}}"
            })
    void what_is_older_is_not_judged(String older) {
        VerificationReport report = world.judge(json(older));
        assertOpen(report, "parse", ProblemKind.VERSION_NOT_SUPPORTED);
        assertThat(report.input().specification()).matches("OB (1\\.1|1\\.0|0\\.5)");
        assertThat(report.summary()).contains("before 2.0");
    }

    @Test
    void other_objects_of_the_vocabulary_are_no_assertions() {
        VerificationReport report = world.judge(AssertionWorld.badgeClass());
        assertFailed(report, "parse", ProblemKind.NOT_READABLE);
        assertThat(report.check("parse").orElseThrow().problems().get(0).detail())
                .contains("of type BadgeClass");
    }

    @Test
    void what_bears_the_marks_of_both_is_judged_as_the_later_one() {
        ObjectNode both = hosted();
        both.putArray("@context")
                .add("https://www.w3.org/ns/credentials/v2")
                .add("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json")
                .add("https://w3id.org/openbadges/v2");
        both.putObject("credentialSubject").put("id", "urn:uuid:1");
        assertThat(world.judge(both).check("contexts")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id|null",
                "id|'1'",
                "id|'urn:uuid:1'",
                "recipient|'a@b.example'",
                "recipient|{'type':'email'}",
                "recipient|{'identity':'a@b.example','hashed':false}",
                "recipient|{'type':'email','identity':'a@b.example','hashed':'true'}",
                "recipient|{'type':'email','identity':'a@b.example','hashed':true}",
                "badge|null",
                "badge|'x'",
                "badge|['https://a.example/1','https://a.example/2']",
                "verification|'hosted'",
                "verification|{'type':'blockchain'}",
                "issuedOn|1359217910",
                "issuedOn|'2026-01-01'",
                "issuedOn|'2026-01-01T00:00:00'",
                "expires|'soon'",
                "narrative|{}",
                "image|1",
                "evidence|1",
                "revoked|'no'"
            })
    void a_broken_rule_is_named_where_it_is_broken(String change) {
        String member = change.substring(0, change.indexOf('|'));
        ObjectNode broken = hosted();
        broken.set(
                member,
                json("{'v':" + change.substring(change.indexOf('|') + 1) + "}").get("v"));
        VerificationReport report = world.judge(broken);
        assertFailed(report, "open-badges", ProblemKind.RULE_BROKEN);
        assertThat(AssertionWorld.pointer(report, "open-badges")).startsWith("/" + member);
        assertThat(world.sample().web().asked(ID)).isZero();
    }

    @Test
    void whose_it_is_is_found_in_the_clear_and_hashed_with_salt_and_without() {
        assertThat(whose("email", HashedIdentity.sha256(MAIL, "deadsea"), "deadsea", " Ada@Example.org "))
                .isEqualTo(CheckOutcome.PASSED);
        assertThat(whose("email", HashedIdentity.sha256(MAIL, ""), "", MAIL)).isEqualTo(CheckOutcome.PASSED);
        assertThat(whose("email", HashedIdentity.sha256(MAIL, "deadsea"), "other", MAIL))
                .isEqualTo(CheckOutcome.FAILED);
        assertThat(whose("email", MAIL, "", MAIL)).isEqualTo(CheckOutcome.PASSED);
        assertThat(whose("email", MAIL, "", "eve@example.org")).isEqualTo(CheckOutcome.FAILED);
        assertThat(whose("url", "https://ada.example/", "", "https://ada.example/"))
                .isEqualTo(CheckOutcome.PASSED);
        assertThat(whose("telephone", "+16175551212", "", "+1 (617) 555-1212")).isEqualTo(CheckOutcome.PASSED);
        assertThat(whose("url", "https://ada.example/", "", MAIL)).isEqualTo(CheckOutcome.INDETERMINATE);
    }

    @Test
    void a_weak_hash_is_told_and_still_found() {
        ObjectNode weak = hosted();
        weak.putObject("recipient")
                .put("type", "email")
                .put("hashed", true)
                .put("identity", "md5$4f8d2f0b2b1a9a7b3a1f3c2d4e5f6a7b");
        world.publish(weak);
        VerificationReport report = world.judge(weak, MAIL);
        assertVerified(report);
        assertCheck(report, "open-badges", CheckOutcome.WARNING, ProblemKind.WEAK_HASH);
        assertThat(report.summary()).endsWith("; but it names another recipient.");
    }

    @Test
    void nobody_can_present_an_assertion() {
        world.publish(hosted());
        VerificationReport report = world.judge(hosted(), new Asked(null, "once", null));
        assertFailed(report, "presentation", ProblemKind.NOT_SHOWN_BY_HOLDER);
    }

    @Test
    void the_examples_of_the_specification_are_judged() {
        publish("https://example.org/assertions/123", "concepts.assertion.json");
        ObjectNode first = example("concepts.assertion.json");
        world.publish((ObjectNode) first.path("badge")).publish((ObjectNode) first.at("/badge/issuer"));
        VerificationReport report = world.judge(first, "alice@example.org");
        assertVerified(report);
        assertThat(name(report)).isEqualTo("3-D Printmaster");
        assertThat(outcome(report, "recipient")).isEqualTo(CheckOutcome.PASSED);

        publish("https://example.org/beths-robotics-badge.json", "examples.assertion.json");
        publish("https://example.org/robotics-badge.json", "examples.badge-class.json");
        publish("https://example.org/organization.json", "examples.issuer.json");
        ObjectNode second = example("examples.assertion.json");
        VerificationReport expired = world.judge(second);
        assertFailed(expired, "validity", ProblemKind.EXPIRED);
        assertThat(expired.summary()).isEqualTo("This badge is genuine, but it has expired.");

        assertFailed(world.judge(example("examples.revoked.json")), "revocation", ProblemKind.REVOKED);
        publish("https://example.org/revocationList.json", "examples.revocation-list.json");
        VerificationReport unpublished = world.judge(text("examples.signed.jws"));
        assertOpen(unpublished, "proof", ProblemKind.KEY_OUT_OF_REACH);
        assertThat(unpublished.input().cryptosuite()).isEqualTo("RS256");
    }

    private CheckOutcome whose(String type, String identity, String salt, String asked) {
        ObjectNode assertion = hosted();
        ObjectNode recipient =
                assertion.putObject("recipient").put("type", type).put("identity", identity);
        recipient.put("hashed", HashedIdentity.isHash(identity));
        if (!salt.isEmpty()) {
            recipient.put("salt", salt);
        }
        world.publish(assertion);
        return outcome(world.judge(assertion, asked), "recipient");
    }

    private static String svg(String attribute, String body) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:openbadges=\"http://openbadges.org\">"
                + "<openbadges:assertion" + attribute + ">" + body + "</openbadges:assertion></svg>";
    }

    private void publish(String url, String example) {
        world.sample().web().put(url, "application/ld+json", text(example));
    }

    private static ObjectNode example(String name) {
        try {
            return (ObjectNode) StrictJson.parse(text(name));
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(String example) {
        return new String(SampleDocuments.bytes("vectors/open-badges-2.0/" + example), StandardCharsets.UTF_8);
    }
}
