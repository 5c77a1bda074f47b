package org.laurel.issuing.citation;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be seen in citations without asking anybody; pure. */
public final class CitationRules {
    /** How old the work may be that evidence of this tier rests on; practice changes faster than reasons. */
    private static final Map<EvidenceTier, Integer> OLDEST = Map.of(
            EvidenceTier.STRONG, 25, EvidenceTier.MODERATE, 25, EvidenceTier.PROMISING, 20, EvidenceTier.RATIONALE, 60);

    private CitationRules() {}

    /**
     * Every fault.
     *
     * @param citations of one micro-credential
     * @param ourselves names of those who offer it: the organisation, its authors
     * @param year the year that is now
     */
    public static List<CitationFinding> judge(List<Citation> citations, List<String> ourselves, int year) {
        List<CitationFinding> findings = new ArrayList<>();
        for (int i = 0; i < citations.size(); i++) {
            one(i, citations.get(i), year, findings);
        }
        selfCitations(citations, ourselves, findings);
        sharedSources(citations, findings);
        return findings;
    }

    private static void one(int index, Citation citation, int year, List<CitationFinding> findings) {
        if (citation.doi() != null && citation.parsedDoi().isEmpty()) {
            findings.add(new CitationFinding(
                    index, CitationFault.DOI_MALFORMED, "expected a DOI such as 10.3102/0034654307313795"));
        }
        if (citation.url() != null && web(citation.url()).isEmpty()) {
            findings.add(new CitationFinding(
                    index, CitationFault.URL_MALFORMED, "expected a web address of a page that others can read"));
        }
        if (citation.year() > year + 1) {
            findings.add(new CitationFinding(
                    index,
                    CitationFault.YEAR_TO_COME,
                    "expected a work that is published, of " + (year + 1) + " at most, got " + citation.year()));
        }
        int oldest = year - Objects.requireNonNull(OLDEST.get(citation.tier()));
        if (citation.year() < oldest) {
            findings.add(new CitationFinding(
                    index,
                    CitationFault.TOO_OLD,
                    "as " + citation.tier() + " evidence expected a work of " + oldest + " or later, got "
                            + citation.year()));
        }
    }

    /** The address, if it is one of the web with a name that could be public. */
    static Optional<URI> web(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getHost().contains(".") && uri.getUserInfo() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty(); // which is what was asked
        }
    }

    private static void selfCitations(
            List<Citation> citations, List<String> ourselves, List<CitationFinding> findings) {
        Set<String> families = ourselves.stream().map(Words::family).collect(Collectors.toSet());
        byClaim(citations).forEach((claim, indexes) -> {
            boolean own = indexes.stream()
                    .map(citations::get)
                    .allMatch(citation -> !citation.authors().isEmpty()
                            && citation.authors().stream().map(Words::family).anyMatch(families::contains));
            if (own) {
                findings.add(new CitationFinding(
                        indexes.get(0),
                        CitationFault.ONLY_SELF_CITATION,
                        "expected at least one work by others for this claim; all that are cited are by those who offer"
                                + " the micro-credential"));
            }
        });
    }

    private static Map<List<String>, List<Integer>> byClaim(List<Citation> citations) {
        Map<List<String>, List<Integer>> byClaim = new LinkedHashMap<>();
        for (int i = 0; i < citations.size(); i++) {
            byClaim.computeIfAbsent(Words.of(citations.get(i).claim()), any -> new ArrayList<>())
                    .add(i);
        }
        return byClaim;
    }

    private static void sharedSources(List<Citation> citations, List<CitationFinding> findings) {
        Map<String, Integer> first = new LinkedHashMap<>();
        for (int i = 0; i < citations.size(); i++) {
            Citation citation = citations.get(i);
            String source = citation.parsedDoi()
                    .map(Doi::text)
                    .orElseGet(() -> String.join(" ", Words.of(citation.title())) + citation.year());
            Integer before = first.putIfAbsent(source, i);
            if (before != null && !Words.of(citations.get(before).claim()).equals(Words.of(citation.claim()))) {
                findings.add(new CitationFinding(
                        i,
                        CitationFault.ONE_SOURCE_FOR_SEVERAL_CLAIMS,
                        "expected a work for each claim; this one is cited for another claim, too (citation "
                                + (before + 1) + ")"));
            }
        }
    }
}
