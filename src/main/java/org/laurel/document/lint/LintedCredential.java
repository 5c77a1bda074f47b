package org.laurel.document.lint;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;

/**
 * A document in which no lint rule found an error; only {@link CredentialLinter} makes one, by itself or from a
 * {@link CredentialTemplate}, and signers take nothing else.
 */
public final class LintedCredential {
    private final CredentialDocument head;
    private final byte[] text;
    private final byte @Nullable [] canonical;

    LintedCredential(CredentialDocument head, byte[] text, byte @Nullable [] canonical) {
        this.head = head;
        this.text = text;
        this.canonical = canonical;
    }

    /**
     * The document that was judged; of one that came of a template only {@code @context}, {@code id}, {@code issuer},
     * {@code credentialSubject.id} and the dates of its validity.
     */
    public CredentialDocument head() {
        return head;
    }

    /** The whole document as it is to be signed: one JSON object, UTF-8. Not to be changed. */
    @SuppressWarnings("EI_EXPOSE_REP")
    public byte[] text() {
        return text;
    }

    /** Its canonical N-Quads with SHA-256, where they are known already: always, where the head is not the whole. */
    public Optional<byte[]> canonical() {
        return Optional.ofNullable(canonical);
    }
}
