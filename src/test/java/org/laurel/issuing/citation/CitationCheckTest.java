package org.laurel.issuing.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.laurel.fixture.LocalWeb;
import org.laurel.issuing.citation.Works.Work;
import org.laurel.shared.fetch.Fetcher;

/**
 * Seventy-two sound templates written as people write, and the same with a fault planted in each, against a register and
 * journals that a web server of this machine serves, through the guarded door.
 */
class CitationCheckTest {
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-27T08:00:00Z"), ZoneOffset.UTC);
    private static final int TEMPLATES = 72;
    private static final List<String> OURSELVES = List.of("Oak Hill School District", "Lovelace, Ada");

    private static LocalWeb web;
    private static Fetcher door;
    private static CitationCheck check;

    @BeforeAll
    static void serve() throws Exception {
        web = new LocalWeb();
        door = web.fetcher(NOW);
        check = new CitationCheck(Optional.of(new CrossrefRegister(door, Works.register(web))), door, NOW);
    }

    @BeforeEach
    void publish() {
        Works.publish(web);
    }

    @AfterAll
    static void stop() throws Exception {
        web.close();
    }

    @Test
    void sound_templates_raise_no_alarm() {
        for (int seed = 0; seed < TEMPLATES; seed++) {
            CitationReport report = judged(template(seed));
            assertThat(report.findings()).as("template " + seed).isEmpty();
            assertThat(report.unchecked()).as("template " + seed).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(CitationFault.class)
    void every_planted_fault_is_found_and_nothing_else(CitationFault fault) {
        for (int seed = 0; seed < TEMPLATES; seed++) {
            List<Citation> citations = template(seed);
            int at = plant(citations, fault, new Random(seed));
            assertThat(judged(citations).findings())
                    .as(fault + " in template " + seed)
                    .extracting(CitationFinding::index, CitationFinding::fault)
                    .containsExactly(tuple(at, fault));
        }
    }

    @Test
    void what_cannot_be_reached_is_unchecked_and_no_fault() {
        Work work = Works.ALL.get(0);
        List<Citation> citations = List.of(written(work, "A claim", 1));
        web.answer(work.entry(), 503);
        web.hangUp(work.page());
        CitationReport report = judged(citations);
        assertThat(report.findings()).isEmpty();
        assertThat(report.unchecked()).hasSize(2).allMatch(one -> one.index() == 0);
        CitationCheck nobody = new CitationCheck(Optional.empty(), door, NOW);
        CitationReport alone = nobody.check(citations, OURSELVES).await().indefinitely();
        assertThat(alone.findings()).isEmpty();
        assertThat(alone.unchecked()).extracting(CitationReport.Unchecked::why).containsExactly("no register is set");
    }

    @Test
    void what_nobody_could_look_up_is_told_as_unchecked() {
        Citation whole = written(Works.ALL.get(0), "A claim", 0);
        CitationReport report = judged(List.of(with(whole, null, null), with(whole, whole.doi(), null)));
        assertThat(report.findings()).isEmpty();
        assertThat(report.unchecked())
                .extracting(CitationReport.Unchecked::index, CitationReport.Unchecked::why)
                .containsExactly(
                        tuple(0, "it has neither a DOI nor an address by which it could be looked up"),
                        tuple(1, "the quote was not looked for, since no address of the work is named"));
    }

    @Test
    void a_register_that_answers_nonsense_is_unchecked() {
        Work work = Works.ALL.get(1);
        for (String nonsense : List.of("<html>", "{}", "{\"message\":{\"title\":[]}}", "[1]")) {
            web.put(work.entry(), "application/json", nonsense);
            CitationReport report = judged(List.of(written(work, "A claim", 1)));
            assertThat(report.findings()).as(nonsense).isEmpty();
            assertThat(report.unchecked()).as(nonsense).hasSize(1);
        }
    }

    private CitationReport judged(List<Citation> citations) {
        return check.check(citations, OURSELVES).await().indefinitely();
    }

    /** Three works for three claims, each as somebody might write it. */
    private static List<Citation> template(int seed) {
        List<Citation> citations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Work work = Works.ALL.get((seed + i * 3) % Works.ALL.size());
            citations.add(written(work, "Claim " + i + ": teachers who do this see more learning", seed + i));
        }
        return citations;
    }

    private static Citation written(Work work, String claim, int how) {
        String family = work.names().get(0);
        String given = work.names().get(1);
        String author =
                switch (how % 4) {
                    case 0 -> family + ", " + given;
                    case 1 -> given + " " + family;
                    case 2 -> family + ", " + given.charAt(0) + ".";
                    default -> family.toUpperCase(Locale.ROOT) + ", " + given;
                };
        String title =
                switch (how % 5) {
                    case 0 -> work.title();
                    case 1 -> work.title().toUpperCase(Locale.ROOT);
                    case 2 -> work.title().split(":", 2)[0];
                    case 3 -> work.title().replace('’', '\'').replace("&", "and") + ".";
                    default -> work.title().replace("é", "e").replace("É", "E").replace(" the ", "  the ");
                };
        String doi =
                switch (how % 3) {
                    case 0 -> work.doi();
                    case 1 -> "https://doi.org/" + work.doi().toUpperCase(Locale.ROOT);
                    default -> "doi: " + work.doi();
                };
        int year = work.year() + (how % 6 == 5 ? 1 : 0);
        String quote = how % 2 == 0 ? "we report what teachers did - and what [...] their STUDENTS could do" : null;
        return new Citation(
                List.of(author), title, year, doi, web.origin() + work.page(), claim, quote, EvidenceTier.RATIONALE);
    }

    /** Plants it in one of the citations; gives which. */
    private int plant(List<Citation> citations, CitationFault fault, Random random) {
        int at = random.nextInt(citations.size());
        Citation one = citations.get(at);
        Work other = Works.ALL.stream()
                .filter(work ->
                        citations.stream().noneMatch(cited -> cited.parsedDoi().equals(Doi.parse(work.doi()))))
                .findFirst()
                .orElseThrow();
        Map<CitationFault, Citation> planted = new EnumMap<>(CitationFault.class);
        planted.put(CitationFault.DOI_MALFORMED, with(one, "doi:hattie2007", one.url()));
        planted.put(CitationFault.URL_MALFORMED, with(one, one.doi(), "javascript:alert(1)"));
        planted.put(CitationFault.NOT_FOUND, with(one, "10.9999/nowhere." + at, one.url()));
        planted.put(CitationFault.TITLE_DIFFERS, titled(one, other.title(), one.year()));
        planted.put(CitationFault.YEAR_DIFFERS, titled(one, one.title(), one.year() + 4));
        planted.put(CitationFault.YEAR_TO_COME, titled(with(one, null, one.url()), one.title(), 2031));
        planted.put(CitationFault.AUTHORS_DIFFER, by(one, "Nobody, Norbert"));
        planted.put(CitationFault.QUOTE_NOT_THERE, quoting(one, "learning doubled in a week"));
        planted.put(CitationFault.TOO_OLD, aged(one));
        planted.put(CitationFault.ONE_SOURCE_FOR_SEVERAL_CLAIMS, twice(citations, one));
        planted.put(CitationFault.ONLY_SELF_CITATION, by(one, one.authors().get(0), "Ada Lovelace"));
        planted.put(CitationFault.RETRACTED, one);
        if (fault == CitationFault.RETRACTED) {
            Doi doi = one.parsedDoi().orElseThrow();
            Works.ALL.forEach(any -> web.put(
                    any.entry(),
                    "application/json",
                    Works.registered(any, Doi.parse(any.doi()).equals(Optional.of(doi)))));
        }
        if (fault == CitationFault.ONE_SOURCE_FOR_SEVERAL_CLAIMS) {
            citations.add(planted.get(fault));
            return citations.size() - 1;
        }
        citations.set(at, planted.get(fault));
        return at;
    }

    private static Citation with(Citation one, @Nullable String doi, @Nullable String url) {
        return new Citation(one.authors(), one.title(), one.year(), doi, url, one.claim(), one.quote(), one.tier());
    }

    private static Citation titled(Citation one, String title, int year) {
        return new Citation(one.authors(), title, year, one.doi(), one.url(), one.claim(), one.quote(), one.tier());
    }

    private static Citation by(Citation one, String... authors) {
        return new Citation(
                List.of(authors), one.title(), one.year(), one.doi(), one.url(), one.claim(), one.quote(), one.tier());
    }

    private static Citation quoting(Citation one, String quote) {
        return new Citation(
                one.authors(), one.title(), one.year(), one.doi(), one.url(), one.claim(), quote, one.tier());
    }

    /** Every work here was published before 2019: a work of 25 years and more is no strong evidence, nor is one made so. */
    private static Citation aged(Citation one) {
        boolean old = one.year() < 2001;
        return new Citation(
                one.authors(),
                one.title(),
                old ? one.year() : 1900,
                old ? one.doi() : null,
                one.url(),
                one.claim(),
                one.quote(),
                old ? EvidenceTier.STRONG : one.tier());
    }

    private static Citation twice(List<Citation> citations, Citation one) {
        return new Citation(
                one.authors(),
                one.title(),
                one.year(),
                one.doi(),
                one.url(),
                "Claim " + citations.size() + ": and one more thing",
                one.quote(),
                one.tier());
    }
}
