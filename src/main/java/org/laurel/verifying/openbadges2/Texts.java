package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads members that are one text or an array of texts, which mean the same in JSON-LD. */
final class Texts {
    private static final int LONGEST = 500;

    private Texts() {}

    /** The texts, in order; whatever is no text is passed over. */
    static List<String> of(JsonNode member) {
        List<String> texts = new ArrayList<>();
        if (member.isTextual()) {
            texts.add(member.textValue());
        }
        for (JsonNode item : member) {
            if (member.isArray() && item.isTextual()) {
                texts.add(item.textValue());
            }
        }
        return List.copyOf(texts);
    }

    /** The values: those of an array, or the one that it is; none when it is missing or null. */
    static List<JsonNode> values(JsonNode member) {
        List<JsonNode> values = new ArrayList<>();
        if (member.isArray()) {
            member.forEach(values::add);
        } else if (!member.isMissingNode() && !member.isNull()) {
            values.add(member);
        }
        return List.copyOf(values);
    }

    /** The IRI of something that is linked by it or written out with it as {@code id}; empty when it has none. */
    static String iri(JsonNode linked) {
        JsonNode one = linked.isArray() && linked.size() == 1 ? linked.get(0) : linked;
        return one.isTextual() ? one.textValue() : one.path("id").asText("");
    }

    /** A sentence that quotes a stranger, cut where it gets long. */
    static String brief(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + "…";
    }

    /** Whether the IRI is one that could be fetched; the guarded door decides whether it is. */
    static boolean isUrl(String iri) {
        return iri.startsWith("https://") || iri.startsWith("http://");
    }
}
