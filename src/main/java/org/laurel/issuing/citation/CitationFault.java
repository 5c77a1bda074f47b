package org.laurel.issuing.citation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What can be wrong with a citation. The list is closed. */
public enum CitationFault {
    /** The DOI is none. */
    DOI_MALFORMED("doi"),
    /** The URL is none that anybody could follow. */
    URL_MALFORMED("url"),
    /** No register knows the DOI, or nothing is at the URL. */
    NOT_FOUND("doi"),
    /** The work that was found has another title. */
    TITLE_DIFFERS("title"),
    /** The work that was found is of another year. */
    YEAR_DIFFERS("year"),
    /** The year has not come yet. */
    YEAR_TO_COME("year"),
    /** The work that was found is by others. */
    AUTHORS_DIFFER("authors"),
    /** The work was retracted. */
    RETRACTED("doi"),
    /** What is quoted does not stand in the work. */
    QUOTE_NOT_THERE("quote"),
    /** Only works by those who offer the micro-credential are cited for the claim. */
    ONLY_SELF_CITATION("authors"),
    /** The same work is cited for several claims. */
    ONE_SOURCE_FOR_SEVERAL_CLAIMS("claim"),
    /** The work is older than the evidence it is cited as may be. */
    TOO_OLD("year");

    private final String member;

    CitationFault(String member) {
        this.member = member;
    }

    /** The member of the citation that it is about. */
    public String member() {
        return member;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
