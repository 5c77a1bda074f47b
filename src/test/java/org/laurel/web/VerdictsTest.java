package org.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.InputReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Summary;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

class VerdictsTest {
    private static final CheckReport KEY = line("issuer-key", CheckOutcome.PASSED, true);

    @Test
    void a_badge_that_holds_is_verified() {
        Verdicts verdict = verdict(report(KEY, line("schemas", CheckOutcome.WARNING, false)));
        assertThat(verdict.style()).isEqualTo("good");
        assertThat(verdict.word()).isEqualTo("Verified");
        assertThat(verdict.sign()).isEqualTo("✓");
        assertThat(verdict.sentence()).contains("genuine and valid");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSED, good, Verified",
        "WARNING, good, Verified",
        "SKIPPED, good, Verified",
        "FAILED, unsure, 'Genuine, but somebody else''s'",
        "INDETERMINATE, unsure, Genuine; whose it is cannot be told"
    })
    void who_asked_whose_it_is_gets_that_answer_first(CheckOutcome whose, String style, String word) {
        Verdicts verdict = verdict(report(KEY, line("recipient", whose, false)));
        assertThat(verdict.style()).isEqualTo(style);
        assertThat(verdict.word()).isEqualTo(word);
    }

    @Test
    void what_cannot_be_read_is_no_bad_badge() {
        Verdicts verdict = verdict(report(failed("parse", ProblemKind.NOT_READABLE)));
        assertThat(verdict.style()).isEqualTo("unsure");
        assertThat(verdict.word()).isEqualTo("Not a badge");
    }

    @ParameterizedTest
    @CsvSource({
        "revocation, REVOKED, Revoked",
        "suspension, SUSPENDED, Suspended",
        "proof, BAD_SIGNATURE, Not genuine",
        "validity, EXPIRED, Expired",
        "validity, NOT_YET_VALID, Not yet valid",
        "contexts, UNDEFINED_TERM, Not valid"
    })
    void a_badge_that_fails_says_how(String check, ProblemKind kind, String word) {
        Verdicts verdict = verdict(report(KEY, failed(check, kind)));
        boolean forNow = kind == ProblemKind.SUSPENDED || kind == ProblemKind.NOT_YET_VALID;
        assertThat(verdict.style()).isEqualTo(forNow ? "unsure" : "bad");
        assertThat(verdict.sign()).isEqualTo(forNow ? "!" : "✗");
        assertThat(verdict.word()).isEqualTo(word);
        assertThat(verdict.sentence())
                .isEqualTo(Wording.ENGLISH.sentence(kind, true).replace("{thing}", "credential"));
    }

    @Test
    void what_cannot_be_told_is_neither_good_nor_bad() {
        Verdicts verdict = verdict(report(line("issuer", CheckOutcome.INDETERMINATE, true)));
        assertThat(verdict.style()).isEqualTo("unsure");
        assertThat(verdict.word()).isEqualTo("Cannot tell");
    }

    @Test
    void a_failure_that_does_not_decide_condemns_no_badge() {
        Verdicts verdict = verdict(report(
                line("issuer", CheckOutcome.INDETERMINATE, true), line("recipient", CheckOutcome.FAILED, false)));
        assertThat(verdict.style()).isEqualTo("unsure");
    }

    @Test
    void a_badge_that_is_not_genuine_is_not_called_expired() {
        Verdicts verdict = verdict(
                report(failed("issuer-key", ProblemKind.NOT_THE_ISSUERS_KEY), failed("validity", ProblemKind.EXPIRED)));
        assertThat(verdict.word()).isEqualTo("Not valid");
        assertThat(verdict.sentence()).contains("not genuine");
    }

    private static Verdicts verdict(VerificationReport report) {
        return Verdicts.of(report, Wording.ENGLISH);
    }

    private static VerificationReport report(CheckReport... lines) {
        List<CheckReport> checks = List.of(lines);
        Verdict verdict = Summary.verdict(checks);
        return new VerificationReport(
                verdict == Verdict.VERIFIED,
                verdict,
                Summary.sentence(checks, null, null),
                new InputReport("json", null, null, null, null, null),
                null,
                checks,
                List.of(),
                null,
                List.of(),
                Instant.EPOCH);
    }

    private static CheckReport line(String id, CheckOutcome outcome, boolean fatal) {
        return new CheckReport(id, "A check", outcome, "§1", "", List.of(), fatal);
    }

    private static CheckReport failed(String id, ProblemKind kind) {
        return new CheckReport(
                id, "A check", CheckOutcome.FAILED, "§1", "", List.of(Problem.of(kind, "It fails.")), true);
    }
}
