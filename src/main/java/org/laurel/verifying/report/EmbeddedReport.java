package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The report on a credential that stands inside another, or in a presentation.
 *
 * @param pointer JSON Pointer to where it stands; to where it would stand, when it did not come along
 * @param relation {@code credential} when the verdict hangs on it, {@code endorsement} when it speaks for
 *     something of it, {@code endorsement-of-another} when it only stands there
 * @param source the address where it is published, when it did not come along; empty, and left out, when it did
 * @param report its own report, complete
 */
public record EmbeddedReport(
        String pointer,
        String relation,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) String source,
        VerificationReport report) {
    /** A credential in a presentation or a learner record. */
    public static final String CREDENTIAL = "credential";
    /** An endorsement of the credential, its achievement or its issuer. */
    public static final String ENDORSEMENT = "endorsement";
    /** What stands where an endorsement should, and speaks for something else, or is none: nobody's trust hangs on it. */
    public static final String ENDORSEMENT_OF_ANOTHER = "endorsement-of-another";

    /** The same in another language. */
    EmbeddedReport in(Wording words) {
        return new EmbeddedReport(pointer, relation, source, report.in(words));
    }
}
