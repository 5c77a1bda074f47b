package org.laurel.document.jsonld;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * The JSON Canonicalization Scheme (RFC 8785). Our own, for the library that was at hand (titanium-jcs) formats numbers
 * through a shared {@code DecimalFormat}, which is not safe between threads: a signature could cover the wrong bytes.
 */
public final class JsonCanonicalizer {
    private static final String HEX = "0123456789abcdef";

    private JsonCanonicalizer() {}

    /**
     * The canonical bytes of the tree.
     *
     * @throws IllegalArgumentException for a number that a double cannot hold (RFC 8785 §3.2.2.3)
     */
    public static byte[] canonicalize(JsonNode node) {
        StringBuilder text = new StringBuilder(1024);
        write(node, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            writeObject(node, out);
        } else if (node.isArray()) {
            out.append('[');
            for (int i = 0; i < node.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(node.get(i), out);
            }
            out.append(']');
        } else if (node.isTextual()) {
            writeText(node.textValue(), out);
        } else if (node.isNumber()) {
            out.append(EcmaScriptNumbers.text(node.doubleValue()));
        } else {
            out.append(node.asText());
        }
    }

    private static void writeObject(JsonNode node, StringBuilder out) {
        // String.compareTo goes by UTF-16 code units, as RFC 8785 §3.2.3 asks
        Map<String, JsonNode> members = new TreeMap<>();
        node.fields().forEachRemaining(e -> members.put(e.getKey(), e.getValue()));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            out.append(separator);
            writeText(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int shorthand = "\b\t\n\f\r\"\\".indexOf(c);
            if (shorthand >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(shorthand));
            } else if (c < ' ') {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
