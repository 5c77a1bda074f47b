package org.laurel.securing.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.securing.sdjwt.SelectiveDisclosure;

/**
 * A credential, or a presentation of some, as it arrived, parsed and nothing more.
 *
 * @param document the credential; of a JWT the payload without the registered claims that OB 3.0 §8.2.2 adds
 * @param jwt the compact JWS it came in, of an SD-JWT the issuer-signed part, or null when it came as JSON
 * @param header the JOSE header, or null when it came as JSON
 * @param payload the whole payload of the JWS, claims included, of an SD-JWT with what is disclosed; or null when it came
 *     as JSON
 * @param disclosureOrNull the SD-JWT it came in, or null when it came otherwise
 */
public record UnverifiedCredential(
        CredentialDocument document,
        @Nullable String jwt,
        @Nullable ObjectNode header,
        @Nullable ObjectNode payload,
        @Nullable SelectiveDisclosure disclosureOrNull) {

    /** One that came as JSON. */
    public static UnverifiedCredential ofJson(CredentialDocument document) {
        return new UnverifiedCredential(document, null, null, null, null);
    }

    /**
     * Who must have made the proof: the issuer of a credential; the holder of a presentation, or, where it names none,
     * the DID whose key its proof names (VCDM 2.0 §4.13).
     */
    public Optional<String> signerId() {
        if (!document.isPresentation()) {
            return document.issuerId();
        }
        if (document.holderId().isPresent()) {
            return document.holderId();
        }
        JsonNode proof = document.json().path("proof");
        String key = header == null
                ? (proof.isArray() ? proof.path(0) : proof)
                        .path("verificationMethod")
                        .asText("")
                : header.path("kid").asText("");
        return Optional.of(key.substring(0, Math.max(0, key.indexOf('#')))).filter(id -> !id.isEmpty());
    }

    /** Whether it is a presentation without any proof, which is lawful: it is as good as what is in it. */
    public boolean isUnsignedPresentation() {
        return document.isPresentation() && jwt == null && !document.json().has("proof");
    }

    /** Whether it came as a JWT. */
    public boolean isJwt() {
        return jwt != null;
    }
}
