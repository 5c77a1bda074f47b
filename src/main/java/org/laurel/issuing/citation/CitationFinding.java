package org.laurel.issuing.citation;

/**
 * Something that is wrong with a citation, or that could not be looked at.
 *
 * @param index which citation, from 0
 * @param fault what
 * @param detail one sentence: what was expected, what was found
 */
public record CitationFinding(int index, CitationFault fault, String detail) {

    /** Where it is, from the list of citations on. */
    public String pointer() {
        return "/" + index + "/" + fault.member();
    }
}
