package org.laurel.securing.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.sdjwt.SdJwtFault.Kind;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/**
 * One disclosure: a salt, the name of an object's member or none for an element of an array, and the value (RFC 9901 §4.2).
 *
 * @param digest SHA-256 over the disclosure as it stands there
 * @param name the member's name; null for an element of an array
 * @param value the value, in which further digests may stand
 */
record Disclosure(String digest, @Nullable String name, JsonNode value) {
    private static final Set<String> RESERVED = Set.of(DisclosedClaims.DIGESTS, DisclosedClaims.ELEMENT);

    static Disclosure read(String text) throws SdJwtException {
        JsonNode json;
        try {
            json = StrictJson.parse(Base64Url.decode(text));
        } catch (IllegalArgumentException | MalformedJsonException e) {
            throw malformed(": " + e.getMessage());
        }
        if (!(json instanceof ArrayNode array) || array.size() < 2 || array.size() > 3) {
            throw malformed(" must be an array of salt, name and value, or of salt and value");
        }
        if (!array.get(0).isTextual()) {
            throw malformed(" must begin with its salt, a text");
        }
        String digest = Base64Url.encode(Sha256.of(text.getBytes(StandardCharsets.US_ASCII)));
        if (array.size() == 2) {
            return new Disclosure(digest, null, array.get(1));
        }
        String name = array.get(1).textValue();
        if (name == null || RESERVED.contains(name)) {
            throw malformed(" must name a claim by a text, other than _sd and three dots");
        }
        return new Disclosure(digest, name, array.get(2));
    }

    private static SdJwtException malformed(String detail) {
        return new SdJwtException(Kind.MALFORMED, "a disclosure" + detail);
    }
}
