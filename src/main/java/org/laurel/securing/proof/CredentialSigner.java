package org.laurel.securing.proof;

import java.time.Instant;
import java.util.List;
import org.laurel.document.lint.LintedCredential;
import org.laurel.securing.key.SigningKey;

/** Secures a linted credential in one format; pure, CPU-bound, to be called off the event loop. Found through CDI. */
public interface CredentialSigner {

    /** The format it makes. */
    ProofFormat format();

    /**
     * Secures the credential.
     *
     * @param credential what a linter has passed
     * @param keys the keys to sign with, in order: one proof each for an embedded format, exactly one key for an
     *     enveloping one
     * @param created the time of signing; written in whole seconds
     * @throws IllegalArgumentException when a key's algorithm does not fit the format
     */
    SecuredCredential sign(LintedCredential credential, List<SigningKey> keys, Instant created);
}
