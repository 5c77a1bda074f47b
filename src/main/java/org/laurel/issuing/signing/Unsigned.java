package org.laurel.issuing.signing;

import org.laurel.document.lint.CredentialLinter;
import org.laurel.document.lint.LintException;
import org.laurel.document.lint.LintedCredential;

/** A credential that waits to be signed: composed when it is asked for, and given only when the rules let it pass. */
@FunctionalInterface
public interface Unsigned {

    /**
     * Composes and judges it, on the thread that asks.
     *
     * @throws LintException when a rule finds an error
     */
    LintedCredential judgedBy(CredentialLinter linter) throws LintException;
}
