package org.laurel.issuing.citation;

import java.util.List;

/**
 * What a check of citations found.
 *
 * @param findings every fault
 * @param unchecked what could not be looked at, which is no fault
 */
public record CitationReport(List<CitationFinding> findings, List<Unchecked> unchecked) {
    /** Nothing to tell. */
    static final CitationReport NOTHING = new CitationReport(List.of(), List.of());

    /** Copies the lists. */
    public CitationReport {
        findings = List.copyOf(findings);
        unchecked = List.copyOf(unchecked);
    }

    /**
     * Something that could not be looked at.
     *
     * @param index which citation, from 0
     * @param why one sentence
     */
    public record Unchecked(int index, String why) {}
}
