package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.fixture.SampleWorld;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.openbadges2.AssertionPlan;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.Summary;
import org.laurel.verifying.report.Wording;

/** Each language has every word, and a summary is what the bundle says. */
class WordingTest {
    private static final List<Wording> LANGUAGES = List.of(Wording.ENGLISH, Wording.SPANISH);
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    @Test
    void both_languages_have_the_same_keys_and_places() {
        Map<String, String> spanish = Wording.SPANISH.texts("");
        Map<String, String> english = Wording.ENGLISH.texts("");
        assertThat(new TreeSet<>(spanish.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
        new TreeMap<>(english).forEach((key, text) -> assertThat(places(spanish.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(places(text)));
    }

    @Test
    void every_kind_of_problem_and_every_outcome_has_its_entries() {
        List<String> missing = new ArrayList<>();
        for (Wording words : LANGUAGES) {
            for (ProblemKind kind : ProblemKind.values()) {
                for (String part : List.of("title", "sentence", "advice")) {
                    note(words, "problem." + kind.code() + "." + part, missing);
                }
                if (words.sentence(kind, true).matches("(This \\{thing} is genuine|Esta \\{thing} es auténtica).*")) {
                    note(words, "problem." + kind.code() + ".sentence.unproven", missing);
                }
            }
            for (CheckOutcome outcome : CheckOutcome.values()) {
                note(words, "outcome." + outcome.word(), missing);
            }
        }
        assertThat(missing).as("entries that messages/report_*.properties lack").isEmpty();
    }

    @Test
    void every_check_of_both_plans_has_its_entry_and_calls_itself_so_in_english() {
        List<CheckReport> checks = new ArrayList<>(
                new SampleWorld().judge("{}".getBytes(StandardCharsets.UTF_8)).checks());
        AssertionPlan older = new AssertionPlan(new SampleWorld().web(), new Workers(), Clock.systemUTC(), List.of());
        older.checks().forEach(check -> checks.add(PlanRunner.report(check, CheckResult.passed(""))));
        List<String> missing = new ArrayList<>();
        for (Wording words : LANGUAGES) {
            checks.forEach(check -> note(words, "check." + check.id(), missing));
        }
        assertThat(missing).as("entries that messages/report_*.properties lack").isEmpty();
        older.checks().forEach(check -> assertThat(Wording.ENGLISH.check(check.id(), ""))
                .isEqualTo(check.title()));
    }

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void the_summary_of_a_kind_is_what_the_bundle_says(ProblemKind kind) {
        CheckReport key = new CheckReport("issuer-key", "A check", CheckOutcome.PASSED, "§1", "", List.of(), true);
        CheckReport failed = new CheckReport(
                "parse", "A check", CheckOutcome.FAILED, "§1", "", List.of(Problem.of(kind, "It fails.")), true);
        for (Wording words : LANGUAGES) {
            String code = "problem." + kind.code() + ".sentence";
            String thing = words.text("thing.credential");
            assertThat(Summary.sentence(List.of(key, failed), null, null, words))
                    .isEqualTo(words.text(code).replace("{thing}", thing));
            assertThat(Summary.sentence(List.of(failed), null, null, words))
                    .doesNotStartWith("This credential is genuine")
                    .doesNotStartWith("Esta credencial es auténtica")
                    .isEqualTo(words.sentence(kind, false).replace("{thing}", thing));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es|es",
                "es-MX|es",
                "en;q=0.5,es|es",
                "fr|en",
                "fr, es;q=0.3|es",
                "en, es;q=0.9|en",
                "es;q=0, en|en",
                "*|en",
                "=;=|en",
                "|en"
            })
    void the_language_is_the_one_that_is_liked_best(String header, String language) {
        assertThat(Wording.of(header).language()).isEqualTo(language);
    }

    private static void note(Wording words, String key, List<String> missing) {
        if (words.text(key).equals(key)) {
            missing.add(words.language() + ": " + key);
        }
    }

    private static List<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group())
                .sorted()
                .toList();
    }
}
