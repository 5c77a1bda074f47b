package org.laurel.document.lint;

import org.laurel.document.credential.CredentialDocument;

/** A document in which no lint rule found an error; only {@link CredentialLinter} makes one, and signers take nothing else. */
public final class LintedCredential {
    private final CredentialDocument document;

    LintedCredential(CredentialDocument document) {
        this.document = document;
    }

    /** The document that was judged. */
    public CredentialDocument document() {
        return document;
    }
}
