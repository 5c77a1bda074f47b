package org.laurel.shared.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.Map;

/**
 * Refuses text that cannot be stored or signed: NUL (PostgreSQL has none) and lone surrogates (UTF-8 has none); and numbers
 * that could not be read again once written, or that take hours to calculate with, such as 1e-999999999 cut to a whole.
 */
final class StrictText {
    /** As many characters as a number may have where it is read. */
    static final int MAX_NUMBER = 32;

    private static final int MAX_EXPONENT = 1000;

    private StrictText() {}

    static void check(JsonNode node, Place place) throws MalformedJsonException {
        if (node.isTextual()) {
            checkText(node.textValue(), place);
        } else if (node.isNumber()) {
            checkNumber(node.decimalValue(), place);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), place.item(i));
            }
        } else if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
                Map.Entry<String, JsonNode> member = it.next();
                checkText(member.getKey(), place);
                check(member.getValue(), place.member(member.getKey()));
            }
        }
    }

    private static void checkNumber(BigDecimal number, Place place) throws MalformedJsonException {
        if (Math.abs((long) number.scale()) > MAX_EXPONENT || number.toString().length() > MAX_NUMBER) {
            throw new MalformedJsonException(
                    "the number at " + where(place) + " has too many digits or too large an exponent");
        }
    }

    private static void checkText(String text, Place place) throws MalformedJsonException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != 0 && !Character.isSurrogate(c)) {
                continue;
            }
            if (c == 0) {
                throw new MalformedJsonException("the text at " + where(place) + " holds a NUL character");
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else {
                throw new MalformedJsonException("the text at " + where(place) + " holds half a surrogate pair");
            }
        }
    }

    private static String where(Place place) {
        String pointer = place.pointer();
        return pointer.isEmpty() ? "the root" : pointer;
    }
}
