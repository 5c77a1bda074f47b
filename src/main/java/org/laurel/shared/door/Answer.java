package org.laurel.shared.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.laurel.shared.sealing.Person;

/**
 * An answer that can be given again: status, the few headers that matter, and a JSON body.
 *
 * @param status the HTTP status
 * @param headers {@code Location}, {@code ETag}
 * @param body JSON, or empty
 * @param about whose personal data the body holds, if anybody's; it is kept under their key
 */
public record Answer(int status, Map<String, String> headers, String body, Optional<Person> about) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    /** Copies the headers. */
    public Answer {
        headers = Map.copyOf(headers);
    }

    /** An answer with a body and no headers. */
    public static Answer of(int status, Object body) {
        return new Answer(status, Map.of(), write(body), Optional.empty());
    }

    /** The same with a header more. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, about);
    }

    /** The same, kept under this person's key. */
    public Answer about(Person person) {
        return new Answer(status, headers, body, Optional.of(person));
    }

    /** Writes a body the way every door does. */
    public static String write(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
