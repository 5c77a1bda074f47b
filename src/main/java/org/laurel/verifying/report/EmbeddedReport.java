package org.laurel.verifying.report;

/**
 * The report on a credential that stands inside another, or in a presentation.
 *
 * @param pointer JSON Pointer to where it stands
 * @param relation {@code credential} when the verdict hangs on it, {@code endorsement} when it speaks for something
 * @param report its own report, complete
 */
public record EmbeddedReport(String pointer, String relation, VerificationReport report) {
    /** A credential in a presentation or a learner record. */
    public static final String CREDENTIAL = "credential";
    /** An endorsement of the credential, its achievement or its issuer. */
    public static final String ENDORSEMENT = "endorsement";

    /** The same in another language. */
    EmbeddedReport in(Wording words) {
        return new EmbeddedReport(pointer, relation, report.in(words));
    }
}
