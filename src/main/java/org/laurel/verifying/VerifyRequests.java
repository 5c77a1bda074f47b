package org.laurel.verifying;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Tells links from credentials among the bodies of verification requests. */
final class VerifyRequests {
    private static final int LARGEST = 1 << 20;
    private static final Pattern URL = Pattern.compile("https?://\\S{1,4000}", Pattern.CASE_INSENSITIVE);

    private VerifyRequests() {}

    /** The body, refused when it is empty or larger than 1 MiB. */
    static byte[] checked(byte @Nullable [] body) {
        if (body == null || body.length == 0) {
            throw ProblemException.of(
                    ProblemType.NOT_A_CREDENTIAL, "expected a credential or a link, got an empty body");
        }
        if (body.length > LARGEST) {
            throw ProblemException.of(ProblemType.TOO_LARGE, "expected at most 1 MiB of JSON or JWT");
        }
        return body;
    }

    /** The link of a body {@code {"url": "…"}}; empty when the body is something else. */
    static Optional<URI> jsonLink(byte[] body) {
        if (body.length > 8192) {
            return Optional.empty();
        }
        try {
            JsonNode json = StrictJson.parse(body);
            boolean link = json.isObject() && json.size() == 1 && json.has("url");
            return link ? Optional.of(url(json.path("url").asText(""), "/url")) : Optional.empty();
        } catch (MalformedJsonException e) {
            return Optional.empty(); // the parse check says what is wrong with it
        }
    }

    /** The link that a text is; empty when it is something else. */
    static Optional<URI> textLink(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, 8192), StandardCharsets.UTF_8).strip();
        return URL.matcher(text).matches() ? Optional.of(url(text, "")) : Optional.empty();
    }

    /** A JSON text, such as a JWT in quotes, without its quotes; anything else as it is. */
    static byte[] unquoted(byte[] body) {
        try {
            JsonNode json = body.length > 0 && body[0] == '"' ? StrictJson.parse(body) : null;
            return json != null && json.isTextual() ? json.textValue().getBytes(StandardCharsets.UTF_8) : body;
        } catch (MalformedJsonException e) {
            return body; // the parse check says what is wrong with it
        }
    }

    /** The URL that a text is; a problem naming the place otherwise. */
    static URI url(@Nullable String text, String pointer) {
        try {
            URI url = URI.create(text == null ? "" : text.strip());
            if (url.isAbsolute() && url.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw badUrl(pointer);
        }
        throw badUrl(pointer);
    }

    private static ProblemException badUrl(String pointer) {
        return ProblemException.of(
                ProblemType.BAD_PARAMETER, List.of(new Violation(pointer, "url", "expected an absolute https URL")));
    }
}
