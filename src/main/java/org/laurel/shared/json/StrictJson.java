package org.laurel.shared.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Reads JSON from strangers: UTF-8 only, no duplicate members, depth 64, numbers of 32 digits, nothing after the
 * document, no NUL and no lone surrogate in any text. Numbers keep the form in which they were written where JSON
 * allows more than a double holds.
 */
public final class StrictJson {
    /** How deep arrays and objects may nest. */
    public static final int MAX_DEPTH = 64;

    /** What is for whoever programs with the library, and not for whoever sent the document. */
    private static final Pattern OF_THE_LIBRARY = Pattern.compile(
            "\\s*\\([^()]*(?:StreamReadConstraints|Source: )(?:[^()]|\\([^()]*\\))*\\)|\\s*\\[Source: .*",
            Pattern.DOTALL);

    /** What Java puts in place of bytes that are no UTF-8; it may also have been sent. */
    private static final char REPLACED = '\uFFFD';

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(StrictText.MAX_NUMBER)
                            .maxStringLength(1 << 20)
                            .maxNameLength(1024)
                            .maxDocumentLength(2L << 20)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true))
            .build();

    private StrictJson() {}

    /**
     * Reads one document.
     *
     * @param bytes UTF-8; a byte order mark is passed over
     * @throws MalformedJsonException with a sentence for people that never quotes the document's text
     */
    public static JsonNode parse(byte[] bytes) throws MalformedJsonException {
        String text = decode(bytes);
        if (text.indexOf('\0') >= 0) {
            throw new MalformedJsonException("the text holds a NUL character, which JSON does not allow");
        }
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new MalformedJsonException("the document is empty");
            }
            StrictText.check(node, Place.TOP);
            return node;
        } catch (StreamConstraintsException e) {
            throw new MalformedJsonException("the document exceeds a limit: " + plain(e));
        } catch (JsonParseException e) {
            throw new MalformedJsonException("not well-formed JSON: " + plain(e));
        } catch (IOException | NumberFormatException e) {
            // an exponent beyond 32 bits escapes as the latter
            throw new MalformedJsonException("not readable as JSON");
        }
    }

    /** The same for text that is already decoded. */
    public static JsonNode parse(String text) throws MalformedJsonException {
        return parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(byte[] bytes) throws MalformedJsonException {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        String text = new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACED) < 0) {
            return text;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new MalformedJsonException("the bytes are not valid UTF-8");
        }
    }

    private static String plain(JsonProcessingException e) {
        String where = e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
        String message = e.getOriginalMessage();
        if (message.startsWith("Duplicate field")) {
            return "a member stands there twice" + where;
        }
        if (message.startsWith("Unrecognized token")) {
            return "a word stands where a value was expected" + where;
        }
        return OF_THE_LIBRARY.matcher(message).replaceAll("") + where;
    }

    /** Refuses in a tree that did not come as JSON what {@link #parse} refuses in one that did: NUL, half surrogate pairs. */
    public static void check(JsonNode tree) throws MalformedJsonException {
        StrictText.check(tree, Place.TOP);
    }
}
