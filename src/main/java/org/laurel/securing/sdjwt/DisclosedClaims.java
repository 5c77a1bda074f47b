package org.laurel.securing.sdjwt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.sdjwt.SdJwtFault.Kind;
import org.laurel.shared.json.StrictJson;

/**
 * Puts what a holder discloses into its place (RFC 9901 §7.1): every disclosure is named by exactly one digest, every
 * digest stands once, and nothing overrides what stands there in plain.
 */
public final class DisclosedClaims {
    static final String DIGESTS = "_sd";
    static final String ELEMENT = "...";
    private static final String ALGORITHM = "_sd_alg";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final PlainClaims plain;
    private final Map<String, Disclosure> unused = new HashMap<>();
    private final Set<String> digests = new HashSet<>();

    private DisclosedClaims(PlainClaims plain) {
        this.plain = plain;
    }

    /**
     * The payload with what is disclosed in its place, and without the marks of what is not.
     *
     * @param plain what must not be hidden
     */
    public static ObjectNode of(SdJwt sdJwt, PlainClaims plain) throws SdJwtException {
        ObjectNode payload = sdJwt.token().payload();
        JsonNode algorithm = payload.path(ALGORITHM);
        if (!algorithm.isMissingNode() && !algorithm.asText().equals("sha-256")) {
            throw new SdJwtException(Kind.NOT_SUPPORTED, "digests other than by sha-256 are not supported");
        }
        DisclosedClaims claims = new DisclosedClaims(plain);
        for (String text : sdJwt.disclosures()) {
            Disclosure disclosure = Disclosure.read(text);
            if (claims.unused.put(disclosure.digest(), disclosure) != null) {
                throw malformed("a disclosure stands there twice");
            }
        }
        ObjectNode top = payload.deepCopy();
        top.remove(ALGORITHM);
        ObjectNode placed = claims.object(top, "", 1);
        if (!claims.unused.isEmpty()) {
            throw new SdJwtException(
                    Kind.CHANGED, "a disclosure has no digest in what was signed: it was changed or added");
        }
        return placed;
    }

    /** What stands in the payload in plain, where the disclosures cannot be believed. */
    public static ObjectNode withoutDisclosures(ObjectNode payload) {
        ObjectNode bare = payload.deepCopy();
        strip(bare);
        return bare;
    }

    /**
     * One object.
     *
     * @param within the payload's member in which it stands; empty for the payload itself
     */
    private ObjectNode object(ObjectNode from, String within, int depth) throws SdJwtException {
        if (depth > StrictJson.MAX_DEPTH) {
            throw malformed("the claims nest deeper than " + StrictJson.MAX_DEPTH);
        }
        if (from.has(ELEMENT) || from.has(ALGORITHM)) {
            throw malformed("\"...\" may stand alone in an element of an array only, and _sd_alg at the top only");
        }
        ObjectNode to = JSON.objectNode();
        for (Map.Entry<String, JsonNode> member : from.properties()) {
            if (!member.getKey().equals(DIGESTS)) {
                String place = depth == 1 ? member.getKey() : within;
                to.set(member.getKey(), value(member.getValue(), place, depth + 1));
            }
        }
        if (from.has(DIGESTS)) {
            disclose(from.get(DIGESTS), to, within, depth);
        }
        return to;
    }

    private void disclose(JsonNode named, ObjectNode to, String within, int depth) throws SdJwtException {
        mayHide(within);
        if (!named.isArray()) {
            throw malformed("_sd must be an array of digests");
        }
        for (JsonNode digest : named) {
            Disclosure disclosure = take(digest);
            if (disclosure == null) {
                continue;
            }
            String name = disclosure.name();
            if (name == null) {
                throw malformed("an element of an array is disclosed as a member of an object");
            }
            if (to.has(name)) {
                throw malformed("the disclosure of \"" + brief(name) + "\" overrides what stands there already");
            }
            if (plain.holds(depth <= 2 ? within : "?", name)) {
                throw malformed("\"" + brief(name) + "\" must stand in plain, and not in a disclosure");
            }
            to.set(name, value(disclosure.value(), depth == 1 ? name : within, depth + 1));
        }
    }

    private JsonNode value(JsonNode value, String within, int depth) throws SdJwtException {
        if (value instanceof ObjectNode object) {
            return object(object, within, depth);
        }
        return value instanceof ArrayNode array ? array(array, within, depth) : value;
    }

    private ArrayNode array(ArrayNode from, String within, int depth) throws SdJwtException {
        if (depth > StrictJson.MAX_DEPTH) {
            throw malformed("the claims nest deeper than " + StrictJson.MAX_DEPTH);
        }
        ArrayNode to = JSON.arrayNode();
        for (JsonNode element : from) {
            if (!element.has(ELEMENT)) {
                to.add(value(element, within, depth + 1));
                continue;
            }
            mayHide(within);
            if (element.size() != 1) {
                throw malformed("an element of an array with \"...\" must have no other member");
            }
            Disclosure disclosure = take(element.get(ELEMENT));
            if (disclosure != null && disclosure.name() != null) {
                throw malformed("a member of an object is disclosed as an element of an array");
            }
            if (disclosure != null) {
                to.add(value(disclosure.value(), within, depth + 1));
            }
        }
        return to;
    }

    /** The disclosure that a digest names; null when it is not disclosed, or names nothing. */
    private @Nullable Disclosure take(JsonNode digest) throws SdJwtException {
        if (!digest.isTextual()) {
            throw malformed("a digest must be a text");
        }
        if (!digests.add(digest.textValue())) {
            throw malformed("a digest stands there twice");
        }
        return unused.remove(digest.textValue());
    }

    private void mayHide(String within) throws SdJwtException {
        if (plain.isWholly(within)) {
            throw malformed("\"" + brief(within) + "\" must stand in plain, with all in it");
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(DIGESTS);
            object.remove(ALGORITHM);
        }
        if (node instanceof ArrayNode array) {
            for (int i = array.size() - 1; i >= 0; i--) {
                if (array.get(i).has(ELEMENT)) {
                    array.remove(i);
                }
            }
        }
        node.forEach(DisclosedClaims::strip);
    }

    private static String brief(String name) {
        return name.substring(0, Math.min(60, name.length()));
    }

    private static SdJwtException malformed(String detail) {
        return new SdJwtException(Kind.MALFORMED, detail);
    }
}
