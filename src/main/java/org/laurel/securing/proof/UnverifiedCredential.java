package org.laurel.securing.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;

/**
 * A credential as it arrived, parsed and nothing more.
 *
 * @param document the credential; of a JWT the payload without the registered claims that OB 3.0 §8.2.2 adds
 * @param jwt the compact JWS it came in, or null when it came as JSON
 * @param header the JOSE header, or null when it came as JSON
 * @param payload the whole payload of the JWS, claims included, or null when it came as JSON
 */
public record UnverifiedCredential(
        CredentialDocument document,
        @Nullable String jwt,
        @Nullable ObjectNode header,
        @Nullable ObjectNode payload) {

    /** One that came as JSON. */
    public static UnverifiedCredential ofJson(CredentialDocument document) {
        return new UnverifiedCredential(document, null, null, null);
    }

    /** Whether it came as a JWT. */
    public boolean isJwt() {
        return jwt != null;
    }
}
