package org.laurel.verifying.openbadges2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.verifying.openbadges2.AssertionWorld.BADGE;
import static org.laurel.verifying.openbadges2.AssertionWorld.ID;
import static org.laurel.verifying.openbadges2.AssertionWorld.ISSUER;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertCheck;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertFailed;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertOpen;
import static org.laurel.verifying.openbadges2.AssertionWorld.assertVerified;
import static org.laurel.verifying.openbadges2.AssertionWorld.badgeClass;
import static org.laurel.verifying.openbadges2.AssertionWorld.hosted;
import static org.laurel.verifying.openbadges2.AssertionWorld.issuer;
import static org.laurel.verifying.openbadges2.AssertionWorld.issuerName;
import static org.laurel.verifying.openbadges2.AssertionWorld.json;
import static org.laurel.verifying.openbadges2.AssertionWorld.name;
import static org.laurel.verifying.openbadges2.AssertionWorld.outcome;
import static org.laurel.verifying.openbadges2.AssertionWorld.pointer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

class HostedAssertionTest {
    private final AssertionWorld world = new AssertionWorld().publish(hosted());

    @Test
    void what_its_own_address_serves_is_verified_and_every_check_is_told() {
        VerificationReport report = world.judge(hosted());
        assertVerified(report);
        assertThat(report.checks().stream().map(CheckReport::id))
                .containsExactly(
                        "parse",
                        "open-badges",
                        "badge-class",
                        "issuer",
                        "hosted",
                        "proof",
                        "issuer-key",
                        "presentation",
                        "revocation",
                        "validity",
                        "endorsements",
                        "recipient",
                        "issuer-known");
        assertThat(report.summary())
                .isEqualTo("This badge is genuine and valid: the issuer, which calls itself “The Botanical Garden”,"
                        + " publishes it and nothing in it has been changed.");
        assertThat(outcome(report, "proof")).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(outcome(report, "issuer-known")).isEqualTo(CheckOutcome.WARNING);
    }

    @Test
    void the_report_says_what_it_is_and_of_whom() {
        VerificationReport report = world.judge(hosted().put("expires", "2027-01-01T00:00:00Z"));
        assertThat(report.input().format()).isEqualTo("ob2-hosted");
        assertThat(report.input().specification()).isEqualTo("OB 2.0");
        assertThat(report.input().digest()).startsWith("sha256:");
        assertThat(String.valueOf(report.credential()))
                .isEqualTo("CredentialReport[id=" + ID + ", types=[Assertion], name=Botany, issuer=Named[id=" + ISSUER
                        + ", name=The Botanical Garden, url=null, email=null], achievement=Named[id=" + BADGE
                        + ", name=Botany, url=null, email=null], recipient=Named[id=ada@example.org, name=null,"
                        + " url=null, email=null], validFrom=2026-01-01T00:00:00Z,"
                        + " validUntil=null, issuedAt=null, comment=null, claims=null]");
    }

    @Test
    void a_changed_member_is_named() {
        ObjectNode changed = hosted();
        changed.putObject("recipient").put("type", "email").put("hashed", false).put("identity", "eve@example.org");
        VerificationReport report = world.judge(changed);
        assertFailed(report, "hosted", ProblemKind.ASSERTION_DIFFERS);
        assertThat(pointer(report, "hosted")).isEqualTo("/recipient/identity");
        assertThat(report.summary()).startsWith("This badge is not genuine");
        VerificationReport more = world.judge(hosted().put("narrative", "With honours."));
        assertFailed(more, "hosted", ProblemKind.ASSERTION_DIFFERS);
        assertThat(pointer(more, "hosted")).isEqualTo("/narrative");
    }

    @Test
    void what_is_left_away_is_named_and_what_is_published_counts() {
        world.publish(hosted().put("expires", "2026-02-01T00:00:00Z"));
        VerificationReport report = world.judge(hosted());
        assertCheck(report, "hosted", CheckOutcome.WARNING, ProblemKind.COPY_DIFFERS);
        assertThat(pointer(report, "hosted")).isEqualTo("/expires");
        assertFailed(report, "validity", ProblemKind.EXPIRED);
        assertThat(report.summary()).isEqualTo("This badge is genuine, but it has expired.");
    }

    @Test
    void what_json_ld_takes_for_the_same_is_the_same() {
        ObjectNode same = hosted().put("issuedOn", "2026-01-01T01:00:00.000+0100");
        same.put("evidence", "https://badges.example/work/1").putArray("type").add("Assertion");
        same.set("badge", badgeClass());
        assertVerified(world.judge(same));
    }

    @Test
    void an_assertion_outside_the_issuer_s_scope_is_not_the_issuer_s() {
        ObjectNode elsewhere = hosted().put("id", "https://evil.example/assertions/1");
        world.publish(elsewhere);
        VerificationReport report = world.judge(elsewhere);
        assertFailed(report, "hosted", ProblemKind.OUTSIDE_ISSUERS_SCOPE);
        assertThat(world.sample().web().asked("https://evil.example/assertions/1"))
                .isZero();
    }

    @Test
    void an_issuer_may_publish_at_other_hosts_if_its_profile_says_so() {
        ObjectNode elsewhere = hosted().put("id", "https://cdn.example/assertions/1");
        ObjectNode issuer = issuer();
        issuer.putObject("verification")
                .putArray("allowedOrigins")
                .add("badges.example")
                .add("cdn.example");
        world.publish(elsewhere).publish(issuer);
        VerificationReport report = world.judge(elsewhere);
        assertVerified(report);
        issuer.putObject("verification").put("startsWith", "https://cdn.example/other/");
        world.publish(issuer);
        assertFailed(world.judge(elsewhere), "hosted", ProblemKind.OUTSIDE_ISSUERS_SCOPE);
    }

    @Test
    void gone_means_revoked() {
        world.sample().web().answer(ID, 410, "{\"id\":\"" + ID + "\",\"revoked\":true,\"revocationReason\":\"Error\"}");
        VerificationReport report = world.judge(hosted());
        assertFailed(report, "revocation", ProblemKind.REVOKED);
        assertThat(report.check("revocation").orElseThrow().problems().get(0).detail())
                .isEqualTo("its address answers 410 Gone: Error");
        assertThat(report.summary()).isEqualTo("The issuer of this badge has revoked it.");
        world.sample().web().answer(ID, 410, "<html>gone</html>");
        assertFailed(world.judge(hosted()), "revocation", ProblemKind.REVOKED);
    }

    @Test
    void a_link_to_what_is_gone_is_told_as_revoked_when_the_answer_says_so() {
        String gone = "{\"@context\":\"https://w3id.org/openbadges/v2\",\"id\":\"" + ID + "\",\"revoked\":true}";
        world.sample().web().answer(ID, 410, gone);
        assertFailed(world.follow(ID), "revocation", ProblemKind.REVOKED);
        world.sample().web().answer(ID, 410, "gone");
        assertOpen(world.follow(ID), "parse", ProblemKind.INPUT_OUT_OF_REACH);
    }

    @Test
    void an_address_that_serves_it_as_revoked_means_the_same() {
        world.publish(json("{'id':'" + ID + "','revoked':true}"));
        assertFailed(world.judge(hosted()), "revocation", ProblemKind.REVOKED);
        assertFailed(world.judge(hosted().put("revoked", true)), "revocation", ProblemKind.REVOKED);
    }

    @Test
    void an_address_that_does_not_answer_leaves_the_question_open_and_one_that_has_nothing_does_not() {
        world.sample().web().leave(ID);
        VerificationReport away = world.judge(hosted());
        assertOpen(away, "hosted", ProblemKind.DOCUMENT_OUT_OF_REACH);
        assertThat(away.summary()).startsWith("It cannot be told now");
        assertThat(outcome(away, "revocation")).isEqualTo(CheckOutcome.NOT_RUN);
        world.sample().web().answer(ID, 503, "");
        assertOpen(world.judge(hosted()), "hosted", ProblemKind.DOCUMENT_OUT_OF_REACH);
        world.sample().web().put(ID, "text/html", "<html>a page</html>");
        assertOpen(world.judge(hosted()), "hosted", ProblemKind.DOCUMENT_OUT_OF_REACH);
        world.sample().web().answer(ID, 404, "");
        assertFailed(world.judge(hosted()), "hosted", ProblemKind.DOCUMENT_NOT_FOUND);
    }

    @Test
    void an_address_where_we_do_not_go_leaves_the_question_open() {
        ObjectNode inside = hosted().put("id", "https://internal.example/1");
        ObjectNode issuer = issuer();
        issuer.putObject("verification").put("allowedOrigins", "internal.example");
        world.publish(issuer);
        assertOpen(world.judge(inside), "hosted", ProblemKind.ADDRESS_NOT_ASKED);
    }

    @Test
    void an_address_may_lead_on_within_its_own_host_and_nowhere_else() {
        String www = "https://www.badges.example/1";
        world.sample().web().put(ID, www, "application/json", hosted().toString());
        assertVerified(world.judge(hosted()));
        world.sample().web().put(ID, "https://evil.example/1", "application/json", hosted().toString());
        assertOpen(world.judge(hosted()), "hosted", ProblemKind.LED_ELSEWHERE);
        world.publish(hosted());
        world.sample().web().put(ISSUER, "https://evil.example/1", "application/json", issuer().toString());
        assertOpen(world.judge(hosted()), "issuer", ProblemKind.LED_ELSEWHERE);
    }

    @Test
    void the_dates_are_judged() {
        world.publish(hosted().put("expires", "2026-11-25T07:59:59Z"));
        assertFailed(world.judge(hosted().put("expires", "2026-11-25T07:59:59Z")), "validity", ProblemKind.EXPIRED);
        ObjectNode future = hosted().put("issuedOn", "2026-11-25T08:01:01Z");
        world.publish(future);
        assertFailed(world.judge(future), "validity", ProblemKind.NOT_YET_VALID);
    }

    @Test
    void a_copy_of_the_badge_class_or_issuer_that_differs_is_named_and_what_is_published_is_shown() {
        ObjectNode copy = hosted();
        ObjectNode badge = badgeClass().put("name", "Rocket Science");
        badge.set("issuer", issuer().put("name", "A University"));
        copy.set("badge", badge);
        VerificationReport report = world.judge(copy);
        assertVerified(report);
        assertCheck(report, "badge-class", CheckOutcome.WARNING, ProblemKind.COPY_DIFFERS);
        assertThat(pointer(report, "badge-class")).isEqualTo("/badge/name");
        assertThat(pointer(report, "issuer")).isEqualTo("/badge/issuer/name");
        assertThat(name(report)).isEqualTo("Botany");
        assertThat(issuerName(report)).isEqualTo("The Botanical Garden");
    }

    @Test
    void badge_class_and_issuer_must_be_had_and_be_what_they_say() {
        world.sample().web().answer(BADGE, 404, "");
        assertFailed(world.judge(hosted()), "badge-class", ProblemKind.DOCUMENT_NOT_FOUND);
        world.sample().web().answer(BADGE, 500, "");
        assertOpen(world.judge(hosted()), "badge-class", ProblemKind.DOCUMENT_OUT_OF_REACH);
        world.sample()
                .web()
                .put(
                        BADGE,
                        "application/json",
                        badgeClass().put("id", BADGE + "0").toString());
        VerificationReport renamed = world.judge(hosted());
        assertFailed(renamed, "badge-class", ProblemKind.RULE_BROKEN);
        assertThat(pointer(renamed, "badge-class")).isEqualTo("/badge/id");
        world.publish(badgeClass().put("issuer", "did:example:1"));
        assertOpen(world.judge(hosted()), "issuer", ProblemKind.ISSUER_NOT_SUPPORTED);
        world.publish(badgeClass());
        world.sample().web().answer(ISSUER, 410, "");
        assertFailed(world.judge(hosted()), "issuer", ProblemKind.ISSUER_NOT_FOUND);
    }

    @Test
    void a_copy_of_the_issuer_s_profile_serves_while_its_host_is_away() {
        world.sample().web().leave(ISSUER);
        VerificationReport report = world.judge(hosted());
        assertVerified(report);
        assertThat(report.check("issuer").orElseThrow().reason()).contains("a copy of");
    }

    @Test
    void endorsements_are_named_and_not_judged() {
        ObjectNode issuer = issuer();
        issuer.putArray("endorsement").add("https://other.example/e/1");
        world.publish(issuer);
        VerificationReport report = world.judge(hosted());
        assertVerified(report);
        assertCheck(report, "endorsements", CheckOutcome.INDETERMINATE, ProblemKind.INNER_NOT_JUDGED);
        assertThat(pointer(report, "endorsements")).isEqualTo("/badge/issuer/endorsement/0");
    }
}
