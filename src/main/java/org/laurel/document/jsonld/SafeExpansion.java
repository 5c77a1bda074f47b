package org.laurel.document.jsonld;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.laurel.document.jsonld.CanonicalizationException.Kind;

/**
 * What must hold of an expanded document so that every part of it becomes a statement. titanium drops in silence what has
 * a relative identifier or type, an index, a direction or a malformed language; a signature would not cover that.
 */
final class SafeExpansion {
    private static final BitSet IN_SCHEME = ascii(c -> Character.isLetterOrDigit(c) || "+.-".indexOf(c) >= 0);
    private static final BitSet IN_IRI = ascii(c -> c > ' ' && "<>\"{}|^`\\".indexOf(c) < 0);

    static final String CREDENTIALS = "https://www.w3.org/2018/credentials#";
    private static final Set<String> STRUCTURE = Set.of("@list", "@set", "@graph");

    private final @Nullable String rootId;

    private SafeExpansion(@Nullable String rootId) {
        this.rootId = rootId;
    }

    static void check(JsonArray expanded) throws CanonicalizationException {
        if (expanded.size() != 1 || !(expanded.get(0) instanceof JsonObject root)) {
            throw new CanonicalizationException(Kind.OTHER, "the document says nothing", "");
        }
        String rootId = root.get("@id") instanceof JsonString id ? id.getString() : null;
        new SafeExpansion(rootId).members(root);
    }

    private void any(JsonValue value) throws CanonicalizationException {
        if (value instanceof JsonArray array) {
            for (JsonValue item : array) {
                any(item);
            }
        } else if (value instanceof JsonObject object) {
            if (object.containsKey("@value")) {
                checkValue(object);
            } else {
                checkNotTheRoot(object);
                members(object);
            }
        }
    }

    private void members(JsonObject node) throws CanonicalizationException {
        for (Map.Entry<String, JsonValue> member : node.entrySet()) {
            String name = member.getKey();
            if (name.equals("@id") || name.equals("@type")) {
                checkIris(member.getValue(), name);
            } else {
                if (!STRUCTURE.contains(name) && !isIri(name)) {
                    throw new CanonicalizationException(
                            Kind.UNDEFINED_TERM, "\"" + shortened(name) + "\" is not covered by a signature", "");
                }
                any(member.getValue());
            }
        }
    }

    /**
     * What decides a credential's validity belongs at its top, where readers look for it. The same statement, moved into an
     * inner object of the same id, would be the same RDF: a revoked badge could so lose its {@code credentialStatus}. An
     * embedded endorsement may name the badge as its subject, and says nothing of this kind about it.
     */
    private void checkNotTheRoot(JsonObject node) throws CanonicalizationException {
        if (rootId != null
                && node.get("@id") instanceof JsonString id
                && id.getString().equals(rootId)
                && node.keySet().stream().anyMatch(name -> name.startsWith(CREDENTIALS))) {
            throw new CanonicalizationException(
                    Kind.OTHER, "an inner object carries the document's own id and what belongs at its top", "");
        }
    }

    private static void checkIris(JsonValue value, String what) throws CanonicalizationException {
        if (value instanceof JsonArray array) {
            for (JsonValue item : array) {
                checkIris(item, what);
            }
        } else if (!(value instanceof JsonString text) || !isIri(text.getString())) {
            String shown = value instanceof JsonString text ? shortened(text.getString()) : value.toString();
            throw new CanonicalizationException(
                    Kind.UNDEFINED_TERM,
                    what.equals("@type")
                            ? "the type \"" + shown + "\" is defined by no context"
                            : "the identifier \"" + shown + "\" is not an absolute IRI",
                    "");
        }
    }

    private static void checkValue(JsonObject value) throws CanonicalizationException {
        for (Map.Entry<String, JsonValue> member : value.entrySet()) {
            boolean fine =
                    switch (member.getKey()) {
                        case "@value" -> true;
                        case "@type" ->
                            member.getValue() instanceof JsonString type
                                    && (type.getString().equals("@json") || isIri(type.getString()));
                        case "@language" ->
                            member.getValue() instanceof JsonString language
                                    && SafeInput.LANGUAGE
                                            .matcher(language.getString())
                                            .matches();
                        default -> false;
                    };
            if (!fine) {
                throw new CanonicalizationException(
                        Kind.OTHER, "a value carries " + member.getKey() + " in a form that no signature covers", "");
            }
        }
    }

    /** An absolute IRI as N-Quads can write it (RDF 1.1 N-Quads, production IRIREF). */
    static boolean isIri(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !Character.isLetter(text.charAt(0)) || text.charAt(0) > 'z') {
            return false;
        }
        for (int i = 0; i < colon; i++) {
            if (!isAmong(IN_SCHEME, text.charAt(i))) {
                return false;
            }
        }
        for (int i = colon; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && !isAmong(IN_IRI, c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isAmong(BitSet ascii, char c) {
        return c < 128 && ascii.get(c);
    }

    private static BitSet ascii(IntPredicate wanted) {
        BitSet ascii = new BitSet(128);
        IntStream.range(0, 128).filter(wanted).forEach(ascii::set);
        return ascii;
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(80, text.length()));
    }
}
