package org.laurel.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.laurel.document.jsonld.CanonicalizationException.Kind;
import org.laurel.shared.json.Place;

/**
 * What must hold of the JSON before it is expanded, so that what a reader of plain JSON sees is what the signature covers:
 * contexts are known URLs; no member hides behind a keyword, an absolute or a compact IRI; nothing is null; and there is
 * no more of anything than a credential needs.
 */
final class SafeInput {
    private static final int MAX_CONTEXTS = 8;
    private static final int MAX_CONTEXTS_IN_ALL = 400;
    private static final int MAX_OBJECTS = 2000;
    /** The library looks for equals of each value among all before it, so time grows with the square. */
    private static final int MAX_ITEMS = 1000;

    private static final int MAX_VALUES = 5000;
    private static final int MAX_DEPTH = 64;
    private static final double MAX_NUMBER = 9007199254740991d;
    /** A well-formed language tag, near enough (RFC 5646 §2.1); a literal with another would be dropped. */
    static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");

    private final Set<String> known;
    private final List<? extends JsonNode> allowedInline;
    private int objects;
    private int values;
    private int contexts;

    SafeInput(Set<String> known, List<? extends JsonNode> allowedInline) {
        this.known = known;
        this.allowedInline = allowedInline;
    }

    void check(ObjectNode document) throws CanonicalizationException {
        if (!document.has("@context")) {
            throw new CanonicalizationException(Kind.OTHER, "the document has no @context", "");
        }
        checkNode(document, Place.TOP, 0);
    }

    private void checkNode(JsonNode node, Place place, int depth) throws CanonicalizationException {
        if (depth > MAX_DEPTH) {
            throw new CanonicalizationException(
                    Kind.LIMIT, "the document nests deeper than " + MAX_DEPTH, place.pointer());
        }
        if (node.isNull()) {
            throw new CanonicalizationException(
                    Kind.OTHER,
                    "null stands where a value is expected; a signature does not cover it",
                    place.pointer());
        }
        if (++values > MAX_VALUES) {
            throw new CanonicalizationException(
                    Kind.LIMIT, "the document holds more than " + MAX_VALUES + " values", "");
        }
        if (node.isNumber()) {
            checkNumber(node, place);
        } else if (node.isArray()) {
            if (node.size() > MAX_ITEMS) {
                throw new CanonicalizationException(
                        Kind.LIMIT, "an array has more than " + MAX_ITEMS + " items", place.pointer());
            }
            for (int i = 0; i < node.size(); i++) {
                checkNode(node.get(i), place.item(i), depth + 1);
            }
        } else if (node.isObject()) {
            checkObject((ObjectNode) node, place, depth);
        }
    }

    private void checkObject(ObjectNode object, Place place, int depth) throws CanonicalizationException {
        if (++objects > MAX_OBJECTS) {
            throw new CanonicalizationException(
                    Kind.LIMIT, "the document holds more than " + MAX_OBJECTS + " objects", "");
        }
        boolean languageString = isLanguageString(object);
        for (Iterator<Map.Entry<String, JsonNode>> it = object.fields(); it.hasNext(); ) {
            Map.Entry<String, JsonNode> member = it.next();
            String name = member.getKey();
            Place inside = place.member(name);
            if (name.equals("@context")) {
                checkContext(member.getValue(), inside);
            } else {
                if (!languageString && (name.startsWith("@") || name.indexOf(':') >= 0)) {
                    throw new CanonicalizationException(
                            Kind.OTHER,
                            "a member must be named by a term of the contexts, not by a keyword or an IRI",
                            inside.pointer());
                }
                checkNode(member.getValue(), inside, depth + 1);
            }
        }
    }

    /** The one keyword form that says something plain JSON cannot: a text in a language (VCDM 2.0 §11.1). */
    private static boolean isLanguageString(ObjectNode object) {
        return object.size() == 2
                && object.path("@value").isTextual()
                && LANGUAGE.matcher(object.path("@language").asText()).matches();
    }

    private void checkContext(JsonNode context, Place place) throws CanonicalizationException {
        if (!context.isArray()) {
            checkContextEntry(context, place);
            return;
        }
        if (context.size() > MAX_CONTEXTS) {
            throw new CanonicalizationException(
                    Kind.LIMIT, "there are more than " + MAX_CONTEXTS + " contexts", place.pointer());
        }
        for (int i = 0; i < context.size(); i++) {
            checkContextEntry(context.get(i), place.item(i));
        }
    }

    private void checkContextEntry(JsonNode entry, Place place) throws CanonicalizationException {
        if (++contexts > MAX_CONTEXTS_IN_ALL) {
            throw new CanonicalizationException(
                    Kind.LIMIT, "there are more than " + MAX_CONTEXTS_IN_ALL + " contexts", place.pointer());
        }
        if (!entry.isTextual()) {
            if (!allowedInline.contains(entry)) {
                throw new CanonicalizationException(
                        Kind.UNKNOWN_CONTEXT,
                        "a context must be the URL of a known one, not written inside",
                        place.pointer());
            }
        } else if (!known.contains(entry.textValue())) {
            throw new CanonicalizationException(
                    Kind.UNKNOWN_CONTEXT, new UnknownContextException(entry.textValue()).detail(), place.pointer());
        }
    }

    /** A number that a double cannot hold, or a large one, is written differently from library to library (RFC 7493 §2.2). */
    private static void checkNumber(JsonNode node, Place place) throws CanonicalizationException {
        double value = node.doubleValue();
        if (!(Math.abs(value) <= MAX_NUMBER) || BigDecimal.valueOf(value).compareTo(node.decimalValue()) != 0) {
            throw new CanonicalizationException(
                    Kind.OTHER, "the number is not one that a double holds exactly, up to 2^53 - 1", place.pointer());
        }
    }
}
