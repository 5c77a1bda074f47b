package org.laurel.securing.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.securing.sdjwt.SelectiveDisclosure;

/**
 * A credential, or a presentation of some, as it arrived, parsed and nothing more. Nobody changes its trees, so what is found
 * by looking at nothing else holds for as long as it is kept ({@link #once}).
 */
public final class UnverifiedCredential {
    private static final int MOST_FINDINGS = 32;

    private final CredentialDocument document;
    private final @Nullable String jwt;
    private final @Nullable ObjectNode header;
    private final @Nullable ObjectNode payload;
    private final @Nullable SelectiveDisclosure disclosure;
    private final ConcurrentMap<Object, Object> findings = new ConcurrentHashMap<>(4);

    UnverifiedCredential(
            CredentialDocument document,
            @Nullable String jwt,
            @Nullable ObjectNode header,
            @Nullable ObjectNode payload,
            @Nullable SelectiveDisclosure disclosure) {
        this.document = document;
        this.jwt = jwt;
        this.header = header;
        this.payload = payload;
        this.disclosure = disclosure;
    }

    /** The credential; of a JWT the payload without the registered claims that OB 3.0 §8.2.2 adds. */
    public CredentialDocument document() {
        return document;
    }

    /** The compact JWS it came in, of an SD-JWT the issuer-signed part; null when it came as JSON. */
    public @Nullable String jwt() {
        return jwt;
    }

    /** The JOSE header; null when it came as JSON. */
    public @Nullable ObjectNode header() {
        return header;
    }

    /** The whole payload of the JWS, claims included, of an SD-JWT with what is disclosed; null when it came as JSON. */
    public @Nullable ObjectNode payload() {
        return payload;
    }

    /** The SD-JWT it came in; null when it came otherwise. */
    public @Nullable SelectiveDisclosure disclosureOrNull() {
        return disclosure;
    }

    /**
     * What was found before by the same question, or is found now.
     *
     * @param question names what is looked for, and all that it depends on besides this credential
     * @param look looks at this credential and at nothing else: no clock, no network
     */
    @SuppressWarnings("unchecked") // a question has answers of one type
    public <T> T once(Object question, Supplier<T> look) {
        Object before = findings.get(question);
        if (before != null) {
            return (T) before;
        }
        T found = look.get();
        if (findings.size() < MOST_FINDINGS) {
            findings.put(question, found);
        }
        return found;
    }

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

    @Override
    public boolean equals(Object other) {
        return other instanceof UnverifiedCredential that
                && document.equals(that.document)
                && Objects.equals(jwt, that.jwt)
                && Objects.equals(header, that.header)
                && Objects.equals(payload, that.payload)
                && Objects.equals(disclosure, that.disclosure);
    }

    @Override
    public int hashCode() {
        return Objects.hash(document, jwt);
    }
}
