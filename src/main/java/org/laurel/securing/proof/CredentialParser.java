package org.laurel.securing.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.securing.sdjwt.PlainClaims;
import org.laurel.securing.sdjwt.SdJwt;
import org.laurel.securing.sdjwt.SdJwtException;
import org.laurel.securing.sdjwt.SelectiveDisclosure;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.CompactJws;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/**
 * Reads what someone hands in: a credential as JSON, a compact JWS or an SD-JWT around one, an {@code
 * EnvelopedVerifiableCredential} around these (VCDM 2.0 §4.13), or a presentation in the same forms. Nothing is judged
 * beyond being readable without doubt: duplicate members, other spellings of base64url and text after the end are refused.
 */
public final class CredentialParser {
    private static final int MAX_BYTES = 1 << 20;
    private static final Map<String, String> ENVELOPES = Map.of(
            OpenBadges.ENVELOPED_CREDENTIAL, "data:application/vc+",
            OpenBadges.ENVELOPED_PRESENTATION, "data:application/vp+");
    /** What OB 3.0 §8.2.2 adds to the credential in a payload. */
    public static final List<String> CLAIMS = List.of("iss", "sub", "jti", "nbf", "exp", "iat");
    /** What a presentation's payload holds besides: for whom it was made, and what it answers (VC-JOSE-COSE §3.1.2). */
    private static final List<String> OCCASION = List.of("aud", "nonce");
    /** What an SD-JWT holds besides: the holder's key (RFC 7800 §3.1). */
    private static final String HOLDER_KEY = "cnf";

    private CredentialParser() {}

    /**
     * Reads one credential.
     *
     * @param input at most 1 MiB; white space around it does not matter
     * @throws UnreadableCredentialException with a sentence for people
     */
    public static UnverifiedCredential parse(byte[] input) throws UnreadableCredentialException {
        if (input.length > MAX_BYTES) {
            throw new UnreadableCredentialException("the input is larger than 1 MiB");
        }
        String text = new String(input, StandardCharsets.UTF_8).strip();
        if (CompactJws.isOne(text)) {
            return jwt(text);
        }
        if (SdJwt.isOne(text)) {
            return sdJwt(text);
        }
        if (!text.startsWith("{") && !text.startsWith("\uFEFF")) {
            throw new UnreadableCredentialException("expected a credential as a JSON object or as a compact JWS");
        }
        ObjectNode json = object(input, "the credential");
        Optional<String> enveloped = enveloped(json);
        if (enveloped.isEmpty()) {
            return UnverifiedCredential.ofJson(new CredentialDocument(json));
        }
        return SdJwt.isOne(enveloped.get()) ? sdJwt(enveloped.get()) : jwt(enveloped.get());
    }

    private static UnverifiedCredential jwt(String jwt) throws UnreadableCredentialException {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3) {
            throw new UnreadableCredentialException("a compact JWS has three parts");
        }
        ObjectNode header = object(decoded(parts[0], "header"), "the JWT's header");
        ObjectNode payload = object(decoded(parts[1], "payload"), "the JWT's payload");
        decoded(parts[2], "signature");
        return new UnverifiedCredential(new CredentialDocument(credential(payload)), jwt, header, payload, null);
    }

    private static UnverifiedCredential sdJwt(String text) throws UnreadableCredentialException {
        try {
            SdJwt sdJwt = SdJwt.read(text);
            SelectiveDisclosure disclosure = SelectiveDisclosure.of(sdJwt, PlainClaims.VERIFIABLE_CREDENTIAL);
            ObjectNode document = credentialAtTop(disclosure.claims());
            document.remove(HOLDER_KEY);
            return new UnverifiedCredential(
                    new CredentialDocument(document),
                    sdJwt.token().text(),
                    sdJwt.token().header(),
                    disclosure.claims(),
                    disclosure);
        } catch (SdJwtException e) {
            throw new UnreadableCredentialException(e.fault().detail());
        }
    }

    /** VCDM 1.1 puts the credential under {@code vc} and the presentation under {@code vp}, VCDM 2.0 at the top. */
    private static ObjectNode credential(ObjectNode payload) {
        if (payload.get("vc") instanceof ObjectNode inner) {
            return inner;
        }
        if (payload.get("vp") instanceof ObjectNode inner) {
            return inner;
        }
        return credentialAtTop(payload);
    }

    private static ObjectNode credentialAtTop(ObjectNode payload) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.setAll(payload);
        document.remove(CLAIMS);
        return new CredentialDocument(document).isPresentation() ? document.without(OCCASION) : document;
    }

    private static Optional<String> enveloped(ObjectNode json) throws UnreadableCredentialException {
        CredentialDocument document = new CredentialDocument(json);
        for (Map.Entry<String, String> envelope : ENVELOPES.entrySet()) {
            if (!document.hasType(envelope.getKey())) {
                continue;
            }
            String id = document.id().orElse("");
            return Optional.of(content(id, envelope.getKey(), envelope.getValue()));
        }
        return Optional.empty();
    }

    private static String content(String id, String type, String start) throws UnreadableCredentialException {
        int comma = id.indexOf(',');
        String kind = id.startsWith(start) && comma > 0 ? id.substring(start.length(), comma) : "";
        if (!kind.equals("jwt") && !kind.equals("sd-jwt")) {
            throw new UnreadableCredentialException("expected the id of an " + type + " to begin with " + start
                    + "jwt, or with " + start + "sd-jwt, (VCDM 2.0 §4.13)");
        }
        String content = id.substring(comma + 1);
        if (kind.equals("jwt") ? !CompactJws.isOne(content) : !SdJwt.isOne(content)) {
            throw new UnreadableCredentialException(
                    "expected a compact " + (kind.equals("jwt") ? "JWS" : "SD-JWT") + " in the " + type);
        }
        return content;
    }

    private static byte[] decoded(String part, String name) throws UnreadableCredentialException {
        try {
            return Base64Url.decode(part);
        } catch (IllegalArgumentException e) {
            throw new UnreadableCredentialException("the JWT's " + name + ": " + e.getMessage());
        }
    }

    private static ObjectNode object(byte[] json, String what) throws UnreadableCredentialException {
        try {
            JsonNode node = StrictJson.parse(json);
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new UnreadableCredentialException(what + " is no JSON object");
        } catch (MalformedJsonException e) {
            throw new UnreadableCredentialException(what + ": " + e.getMessage());
        }
    }
}
