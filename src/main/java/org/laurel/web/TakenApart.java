package org.laurel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.CompactJws;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.check.VerificationInput;

/**
 * What was inside a file, to be read: nothing of it was judged.
 *
 * @param form of what carried it: {@code png}, {@code svg}, {@code pdf}, {@code json} …
 * @param notes how it stood there
 * @param parts each by its name: the JSON, or header and payload of a JWT
 * @param text exactly as it stood there
 */
record TakenApart(String form, List<String> notes, List<Part> parts, String text) {
    private static final ObjectMapper PRETTY = JsonMapper.builder().build();

    /**
     * A part.
     *
     * @param key of its name
     * @param text laid out in lines, where it is JSON
     */
    record Part(String key, String text) {}

    /** Lays out what was found. */
    static TakenApart of(VerificationInput input) {
        String text = new String(input.bytes(), StandardCharsets.UTF_8);
        String token = text.strip();
        int end = token.indexOf('~');
        String jws = end < 0 ? token : token.substring(0, end); // an SD-JWT is one with disclosures behind it
        List<Part> parts = new ArrayList<>();
        if (CompactJws.isOne(jws)) {
            String[] three = jws.split("\\.", -1);
            parts.add(new Part("header", decoded(three[0])));
            parts.add(new Part("payload", decoded(three[1])));
        } else {
            parts.add(new Part("document", pretty(text)));
        }
        return new TakenApart(input.form(), input.notes(), List.copyOf(parts), text);
    }

    private static String decoded(String part) {
        try {
            return pretty(new String(Base64Url.decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return part; // as it came, since it holds no bytes that could be shown
        }
    }

    private static String pretty(String json) {
        try {
            return PRETTY.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(StrictJson.parse(json.getBytes(StandardCharsets.UTF_8)));
        } catch (MalformedJsonException e) {
            return json; // shown as it is: a reader may see what is wrong with it
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read can be written", e);
        }
    }
}
