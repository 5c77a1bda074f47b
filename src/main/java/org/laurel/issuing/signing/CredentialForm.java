package org.laurel.issuing.signing;

import com.fasterxml.jackson.annotation.JsonValue;

/** A form in which a credential is signed (OB 3.0 §8). */
public enum CredentialForm {
    /** JSON-LD with embedded proofs. */
    JSON("json"),
    /** A compact JWS. */
    JWT("jwt");

    private final String word;

    CredentialForm(String word) {
        this.word = word;
    }

    @Override
    @JsonValue
    public String toString() {
        return word;
    }
}
