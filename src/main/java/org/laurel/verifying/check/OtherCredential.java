package org.laurel.verifying.check;

import org.laurel.verifying.report.CredentialReport;

/** What is known of a credential that is no Verifiable Credential; the checks of its family know more of it. */
public interface OtherCredential {

    /** What it says of itself, as far as it could be read. */
    CredentialReport report();

    /** The standard that it keeps, for the report: {@code OB 2.0}. */
    String specification();
}
