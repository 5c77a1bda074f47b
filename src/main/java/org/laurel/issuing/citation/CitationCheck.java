package org.laurel.issuing.citation;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.laurel.shared.fetch.FetchBudget;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;

/**
 * Checks the citations of a micro-credential: what can be seen in them, and, where a register is set, what it and the pages
 * themselves say. What cannot be reached is told as unchecked, and is no fault.
 */
public final class CitationCheck {
    private static final int AT_ONCE = 5;

    private final Optional<WorkRegister> register;
    private final Fetcher fetcher;
    private final Clock clock;

    /**
     * With a register.
     *
     * @param register empty when nobody is to be asked
     */
    CitationCheck(Optional<WorkRegister> register, Fetcher fetcher, Clock clock) {
        this.register = register;
        this.fetcher = fetcher;
        this.clock = clock;
    }

    /** Whether a register of works is set, which is asked. */
    public boolean asksARegister() {
        return register.isPresent();
    }

    /**
     * Every fault, in the order of the citations.
     *
     * @param ourselves names of those who offer the micro-credential
     */
    public Uni<CitationReport> check(List<Citation> citations, List<String> ourselves) {
        int year = clock.instant().atZone(ZoneOffset.UTC).getYear();
        List<CitationFinding> findings = new ArrayList<>(CitationRules.judge(citations, ourselves, year));
        List<CitationReport.Unchecked> unchecked = new ArrayList<>();
        return Multi.createFrom()
                .iterable(IntStream.range(0, citations.size()).boxed().toList())
                .onItem()
                .transformToUni(index -> FetchBudget.within(clock, asked(index, citations.get(index))))
                .merge(AT_ONCE)
                .invoke(part -> {
                    findings.addAll(part.findings());
                    unchecked.addAll(part.unchecked());
                })
                .collect()
                .last()
                .map(last -> {
                    findings.sort(Comparator.comparingInt(CitationFinding::index));
                    unchecked.sort(Comparator.comparingInt(CitationReport.Unchecked::index));
                    return new CitationReport(findings, unchecked);
                });
    }

    private Uni<CitationReport> asked(int index, Citation citation) {
        if (register.isEmpty()) {
            return Uni.createFrom().item(left(index, "no register is set"));
        }
        Uni<CitationReport> work = citation.parsedDoi()
                .map(doi -> register.get().find(doi).map(answer -> compared(index, citation, answer)))
                .orElseGet(() -> Uni.createFrom().item(CitationReport.NOTHING));
        Uni<CitationReport> page = citation.parsedUrl()
                .map(url -> fetcher.get(url, "text/html, text/plain")
                        .map(fetched -> read(index, citation, fetched))
                        .onFailure(FetchException.class)
                        .recoverWithItem(failure -> unread(index, (FetchException) failure)))
                .orElseGet(() -> Uni.createFrom().item(unaddressed(index, citation)));
        return work.chain(first -> page.map(second -> joined(first, second)));
    }

    /** What has no address cannot be read, and what has no DOI either cannot be looked up. */
    private static CitationReport unaddressed(int index, Citation citation) {
        if (citation.parsedDoi().isEmpty()) {
            return left(index, "it has neither a DOI nor an address by which it could be looked up");
        }
        return citation.quote() == null
                ? CitationReport.NOTHING
                : left(index, "the quote was not looked for, since no address of the work is named");
    }

    private static CitationReport compared(int index, Citation citation, WorkRegister.Answer answer) {
        if (answer.why() != null) {
            return left(index, answer.why());
        }
        if (answer.work().isEmpty()) {
            return found(index, CitationFault.NOT_FOUND, "no register knows a work with this DOI");
        }
        RegisteredWork work = answer.work().get();
        List<CitationFinding> findings = new ArrayList<>();
        if (work.titles().stream().noneMatch(title -> Words.sameTitle(title, citation.title()))) {
            findings.add(new CitationFinding(
                    index,
                    CitationFault.TITLE_DIFFERS,
                    "the work with this DOI is \u201c" + brief(work.titles().get(0)) + "\u201d"));
        }
        if (!work.years().isEmpty() && work.years().stream().noneMatch(year -> Math.abs(year - citation.year()) <= 1)) {
            findings.add(new CitationFinding(
                    index,
                    CitationFault.YEAR_DIFFERS,
                    "the work with this DOI is of " + work.firstYear().getAsInt() + ", not " + citation.year()));
        }
        if (!work.families().isEmpty() && !citation.authors().isEmpty() && !sharesAuthor(work, citation)) {
            findings.add(new CitationFinding(
                    index,
                    CitationFault.AUTHORS_DIFFER,
                    "the work with this DOI is by " + brief(String.join(", ", work.families()))));
        }
        if (work.retracted()) {
            findings.add(
                    new CitationFinding(index, CitationFault.RETRACTED, "the register says that it was retracted"));
        }
        return new CitationReport(findings, List.of());
    }

    private static boolean sharesAuthor(RegisteredWork work, Citation citation) {
        List<String> registered = work.families().stream()
                .map(family -> String.join(" ", Words.of(family)))
                .toList();
        return citation.authors().stream()
                .map(author -> " " + String.join(" ", Words.of(author)) + " ")
                .anyMatch(author -> registered.stream().anyMatch(family -> author.contains(" " + family + " ")));
    }

    /** Only text can be looked through, and only all of it says that something is not there. */
    private static CitationReport read(int index, Citation citation, Fetched fetched) {
        if (citation.quote() == null) {
            return CitationReport.NOTHING;
        }
        if (!fetched.contentType().startsWith("text/")) {
            return left(index, "the quote was not looked for in a " + fetched.contentType());
        }
        String text = new String(fetched.body(), StandardCharsets.UTF_8);
        return Words.isQuoted(citation.quote(), text)
                ? CitationReport.NOTHING
                : found(index, CitationFault.QUOTE_NOT_THERE, "the quote does not stand in the page that is named");
    }

    private static CitationReport unread(int index, FetchException failure) {
        int status = failure.status().orElse(0);
        return status == 404 || status == 410
                ? found(index, CitationFault.NOT_FOUND, "nothing is at the address that is named")
                : left(index, "the page could not be read: " + failure.getMessage());
    }

    private static CitationReport found(int index, CitationFault fault, String detail) {
        return new CitationReport(List.of(new CitationFinding(index, fault, detail)), List.of());
    }

    private static CitationReport left(int index, String why) {
        return new CitationReport(List.of(), List.of(new CitationReport.Unchecked(index, why)));
    }

    private static CitationReport joined(CitationReport one, CitationReport other) {
        List<CitationFinding> findings = new ArrayList<>(one.findings());
        findings.addAll(other.findings());
        List<CitationReport.Unchecked> unchecked = new ArrayList<>(one.unchecked());
        unchecked.addAll(other.unchecked());
        return new CitationReport(findings, unchecked);
    }

    private static String brief(String text) {
        return text.length() <= 120 ? text : text.substring(0, 119) + "…";
    }
}
