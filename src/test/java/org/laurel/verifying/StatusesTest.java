package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.SampleWorld;
import org.laurel.shared.encoding.CompressedBits;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.ListReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** Statuses beyond one bit in one fresh list. */
class StatusesTest {
    private final SampleWorld world = new SampleWorld();

    @Test
    void a_message_of_several_bits_is_told_in_the_issuer_s_words_and_changes_no_verdict() {
        ObjectNode list = world.list("message", 262144, 15);
        world.publish(list);
        VerificationReport report = world.judge(world.signed(withMessages("7")));
        assertThat(report.verified()).as(report.toString()).isTrue();
        CheckReport check = check(report, "status-messages");
        assertThat(check.outcome()).isEqualTo(CheckOutcome.WARNING);
        assertThat(check.problems())
                .containsExactly(new Problem(ProblemKind.STATUS_MESSAGE, "word 1", "/credentialStatus"));
        CheckReport none = check(world.judge(world.signed(withMessages("8"))), "status-messages");
        assertThat(none.outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(none.reason()).isEqualTo("word 0");
        ListReport told = report.statusLists().get(0);
        assertThat(told.url()).isEqualTo(SampleWorld.LIST);
        assertThat(told.purpose()).isEqualTo("message");
        assertThat(told.index()).isEqualTo(7);
        assertThat(told.value()).isEqualTo(1);
        assertThat(told.digest()).startsWith("sha256:").hasSize(71);
    }

    @Test
    void a_newer_version_is_a_warning() {
        world.publish(world.list("refresh", 131072, 7));
        VerificationReport report = world.judge(world.signed(world.withStatus("refresh", "7")));
        assertThat(report.verified()).isTrue();
        assertThat(check(report, "status-messages").problems().get(0).detail()).isEqualTo("a newer version exists");
        assertThat(check(report, "revocation").outcome()).isEqualTo(CheckOutcome.SKIPPED);
    }

    @Test
    void a_status_list_of_2021_is_read() {
        byte[] list = world.signed(listOf2021());
        world.web().put(SampleWorld.LIST, "application/vc", list);
        VerificationReport revoked = world.judge(world.signed(withStatusOf2021("7")));
        assertThat(check(revoked, "revocation").problems().get(0).kind()).isEqualTo(ProblemKind.REVOKED);
        assertThat(world.judge(world.signed(withStatusOf2021("8"))).verified()).isTrue();
    }

    @Test
    void an_entry_of_one_generation_does_not_point_into_a_list_of_the_other() {
        world.web().put(SampleWorld.LIST, "application/vc", world.signed(listOf2021()));
        VerificationReport report = world.judge(world.signed(world.withStatus("revocation", "8")));
        assertThat(check(report, "revocation").outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(check(report, "revocation").problems().get(0).detail()).contains("no BitstringStatusListCredential");
    }

    @Test
    void every_entry_is_told_with_its_own_place() {
        world.publish(world.list("revocation", 131072, 7));
        ObjectNode badge = world.badge();
        add(badge, "8", SampleWorld.LIST);
        add(badge, "8", "https://away.example/status/1");
        add(badge, "7", SampleWorld.LIST);
        CheckReport check = check(world.judge(world.signed(badge)), "revocation");
        assertThat(check.outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(check.problems())
                .extracting(Problem::pointer)
                .containsExactly("/credentialStatus/2", "/credentialStatus/1");
        assertThat(check.problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.REVOKED, ProblemKind.STATUS_OUT_OF_REACH);
    }

    @Test
    void entries_that_are_not_looked_at_leave_the_question_open() {
        world.publish(world.list("revocation", 131072, 7));
        ObjectNode badge = world.badge();
        for (int i = 0; i < 8; i++) {
            add(badge, "8", SampleWorld.LIST);
        }
        assertThat(world.judge(world.signed(badge)).verified()).isTrue();
        add(badge, "7", SampleWorld.LIST);
        VerificationReport report = world.judge(world.signed(badge));
        assertThat(check(report, "revocation").outcome()).isEqualTo(CheckOutcome.INDETERMINATE);
        assertThat(check(report, "revocation").problems().get(0).detail()).contains("9 status entries");
        assertThat(check(report, "suspension").outcome()).isEqualTo(CheckOutcome.INDETERMINATE);
    }

    @Test
    void a_copy_of_a_list_serves_for_its_ttl_while_the_host_is_away() {
        publishedAt("2026-11-25T07:55:00Z", Duration.ofMinutes(5).toMillis());
        world.web().leave(SampleWorld.LIST);
        byte[] badge = world.signed(world.withStatus("revocation", "8"));
        CheckReport check = check(world.judge(badge), "revocation");
        assertThat(check.outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(check.reason()).isEqualTo("the status list's host does not answer; a copy of 5 min ago was used");
        world.clock().advance(Duration.ofSeconds(1));
        assertThat(check(world.judge(badge), "revocation").outcome()).isEqualTo(CheckOutcome.INDETERMINATE);
    }

    @Test
    void a_copy_without_ttl_does_not_serve_while_the_host_is_away() {
        publishedAt("2026-11-25T07:59:59Z", -1);
        world.web().leave(SampleWorld.LIST);
        VerificationReport report = world.judge(world.signed(world.withStatus("revocation", "8")));
        assertThat(check(report, "revocation").outcome()).isEqualTo(CheckOutcome.INDETERMINATE);
    }

    @Test
    void a_list_of_an_archive_tells_nothing_once_its_time_is_over() {
        ObjectNode list = world.list("revocation", 131072, 7);
        list.put("validUntil", "2026-11-25T08:05:00Z");
        world.web().put(SampleWorld.LIST, "application/vc", world.signed(list));
        byte[] badge = world.signed(world.withStatus("revocation", "8"));
        assertThat(world.judge(badge).verified()).isTrue();
        world.clock().advance(Duration.ofMinutes(6));
        VerificationReport later = world.judge(badge);
        assertThat(later.verified()).isFalse();
        assertThat(check(later, "revocation").outcome()).isEqualTo(CheckOutcome.INDETERMINATE);
        assertThat(check(later, "revocation").problems().get(0).detail()).contains("out of date");
    }

    @Test
    void a_list_older_than_its_ttl_is_fetched_anew() {
        publishedAt("2026-11-25T07:54:59Z", Duration.ofMinutes(5).toMillis());
        world.judge(world.signed(world.withStatus("revocation", "8")));
        assertThat(world.web().asked(SampleWorld.LIST)).isEqualTo(2);
    }

    @Test
    void a_1edtech_revocation_list_is_read_when_it_is_the_issuers() {
        ObjectNode badge = world.badge();
        badge.withArray("@context").add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        String url = "https://badges.example/revocations";
        badge.putObject("credentialStatus").put("id", url).put("type", "1EdTechRevocationList");
        byte[] signed = world.signed(badge);
        String start = "{\"issuer\":\"" + world.key().controller() + "\",\"revokedCredential\":[";
        world.web().put(url, "application/json", start + "]}");
        assertThat(world.judge(signed).verified()).isTrue();
        world.web()
                .put(
                        url,
                        "application/json",
                        start + "{\"id\":\"https://badges.example/credentials/1\","
                                + "\"revocationReason\":\"Awarded \\u202eby mistake\"}]}");
        assertThat(check(world.judge(signed), "revocation").problems())
                .containsExactly(new Problem(
                        ProblemKind.REVOKED, "the issuer's list says so: Awarded by mistake", "/credentialStatus"));
        world.web().put(url, "application/json", "{\"issuer\":\"did:example:eve\",\"revokedCredential\":[]}");
        assertThat(check(world.judge(signed), "revocation").problems().get(0).kind())
                .isEqualTo(ProblemKind.STATUS_NOT_BELIEVABLE);
    }

    private void publishedAt(String time, long ttl) {
        ObjectNode list = world.list("revocation", 131072, 7);
        if (ttl >= 0) {
            ((ObjectNode) list.path("credentialSubject")).put("ttl", ttl);
        }
        world.web().put(SampleWorld.LIST, "application/vc", world.signed(list), Instant.parse(time));
    }

    private static void add(ObjectNode badge, String index, String list) {
        badge.withArray("credentialStatus")
                .addObject()
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", index)
                .put("statusListCredential", list);
    }

    private ObjectNode withMessages(String index) {
        ObjectNode badge = world.withStatus("message", index);
        ObjectNode status = ((ObjectNode) badge.path("credentialStatus")).put("statusSize", 2);
        for (int i = 0; i < 4; i++) {
            status.withArray("statusMessage")
                    .addObject()
                    .put("status", "0x" + i)
                    .put("message", "word " + i);
        }
        return badge;
    }

    private ObjectNode withStatusOf2021(String index) {
        ObjectNode badge = world.withStatus("revocation", index);
        badge.withArray("@context").add("https://w3id.org/vc/status-list/2021/v1");
        ((ObjectNode) badge.path("credentialStatus")).put("type", "StatusList2021Entry");
        return badge;
    }

    private ObjectNode listOf2021() {
        ObjectNode list = world.list("revocation", 131072, 7);
        list.putArray("@context")
                .add("https://www.w3.org/2018/credentials/v1")
                .add("https://w3id.org/vc/status-list/2021/v1")
                .add("https://w3id.org/security/data-integrity/v2");
        list.set("issuanceDate", list.remove("validFrom"));
        list.putArray("type").add("VerifiableCredential").add("StatusList2021Credential");
        byte[] bits = new byte[16384];
        CompressedBits.set(bits, 7, true);
        ((ObjectNode) list.path("credentialSubject"))
                .put("type", "StatusList2021")
                .put("encodedList", CompressedBits.encode(bits).substring(1));
        return list;
    }

    private static CheckReport check(VerificationReport report, String id) {
        return report.check(id).orElseThrow();
    }
}
