package org.laurel.verifying.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.fixture.Samples;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

class NotesCheckTest {
    private final ObjectNode badge = Samples.badge();

    @Test
    void a_badge_without_such_things_is_skipped() {
        assertThat(judge().outcome()).isEqualTo(CheckOutcome.SKIPPED);
    }

    @Test
    void what_it_names_is_told() {
        badge.putObject("refreshService")
                .put("id", "https://badges.example/new/1")
                .put("type", "1EdTechCredentialRefresh");
        badge.putArray("termsOfUse").addObject().put("type", "https://terms.example/Policy");
        badge.putArray("evidence")
                .add("https://work.example/1")
                .addObject()
                .put("id", "urn:uuid:1")
                .putArray("type")
                .add("Evidence")
                .add("Essay");
        CheckResult result = judge();
        assertThat(result.outcome()).isEqualTo(CheckOutcome.PASSED);
        assertThat(result.reason())
                .isEqualTo(
                        "it names a refresh service: 1EdTechCredentialRefresh https://badges.example/new/1; it names terms"
                                + " of use: https://terms.example/Policy; it names evidence: https://work.example/1,"
                                + " Evidence/Essay urn:uuid:1; nothing of it was fetched");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://badges.example/new",
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://localhost/",
                "https://printer.local/",
                "https://badges",
                "HTTPS://10.0.0.1/x",
                "https://2130706433/",
                "https://0x7f.1/",
                "https:///x",
                "https://a b/"
            })
    void an_address_that_nobody_should_follow_is_a_warning(String address) {
        badge.putArray("refreshService")
                .addObject()
                .put("type", "MediatorRefresh2021")
                .put("url", address);
        CheckResult result = judge();
        assertThat(result.outcome()).isEqualTo(CheckOutcome.WARNING);
        assertThat(result.problems()).extracting(Problem::kind).containsExactly(ProblemKind.UNSAFE_ADDRESS);
        assertThat(result.problems()).extracting(Problem::pointer).containsExactly("/refreshService/0");
    }

    @Test
    void many_and_long_things_are_told_in_short() {
        for (int i = 0; i < 30; i++) {
            badge.withArray("evidence").addObject().put("id", "https://work.example/" + "x".repeat(1000));
        }
        assertThat(judge().reason())
                .endsWith(" and 10 more; nothing of it was fetched")
                .hasSizeLessThan(5000);
    }

    private CheckResult judge() {
        Examination examination = Examination.of(VerificationInput.ofText("{}"), Instant.EPOCH)
                .with(UnverifiedCredential.ofJson(new CredentialDocument(badge)));
        return new NotesCheck()
                .run(examination)
                .await()
                .atMost(Duration.ofSeconds(5))
                .result();
    }
}
