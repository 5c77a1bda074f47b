package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.encoding.CompactJws;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/** Tells whether some bytes are an object of Open Badges before 3.0, as JSON or in a compact JWS. */
final class AssertionReader {
    private static final int MAX_BYTES = 1 << 20;
    /** In so many letters the contexts have been named; four of them are whole bytes. */
    private static final int HEAD = 4 * 128;

    private static final JsonFactory JSON = new JsonFactory();
    private static final List<String> LATER_CONTEXTS =
            List.of("https://www.w3.org/ns/credentials/", "https://www.w3.org/2018/credentials/");

    private AssertionReader() {}

    /** The object; empty for Verifiable Credentials, and for what cannot be read, which their plan says best. */
    static Optional<Assertion> read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        try {
            return CompactJws.isOne(text)
                    ? signed(text)
                    : isObviouslyLater(bytes) ? Optional.empty() : plain(StrictJson.parse(bytes));
        } catch (MalformedJsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Assertion> plain(JsonNode json) {
        return json instanceof ObjectNode object
                ? version(object).map(version -> new Assertion(object, version, null, null))
                : Optional.empty();
    }

    private static Optional<Assertion> signed(String jws) throws MalformedJsonException {
        String[] parts = jws.split("\\.", -1);
        if (isObviouslyLater(Base64Url.decode(parts[1].substring(0, Math.min(HEAD, parts[1].length()))))) {
            return Optional.empty();
        }
        JsonNode header = StrictJson.parse(Base64Url.decode(parts[0]));
        JsonNode payload = StrictJson.parse(Base64Url.decode(parts[1]));
        Base64Url.decode(parts[2]);
        return header instanceof ObjectNode head && payload instanceof ObjectNode object
                ? version(object).map(version -> new Assertion(object, version, jws, head))
                : Optional.empty();
    }

    private static Optional<OpenBadgesVersion> version(ObjectNode json) {
        return isVerifiableCredential(json) ? Optional.empty() : OpenBadgesVersion.of(json);
    }

    /** What bears the marks of both is judged as the later one. */
    private static boolean isVerifiableCredential(ObjectNode json) {
        return Texts.of(json.path("@context")).stream().anyMatch(AssertionReader::isLaterContext)
                || Texts.of(json.path("type")).stream().anyMatch(type -> type.contains("Verifiable"))
                || json.has("credentialSubject")
                || json.has("vc")
                || json.has("vp");
    }

    /**
     * Whether a document that begins with its contexts, as nearly all do, has those of a Verifiable Credential: then it
     * need not be read to its end, and a second time, just to be told apart.
     */
    private static boolean isObviouslyLater(byte[] json) {
        try (JsonParser parser = JSON.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT || !"@context".equals(parser.nextFieldName())) {
                return false;
            }
            JsonToken token = parser.nextToken();
            if (token == JsonToken.START_ARRAY) {
                token = parser.nextToken();
            }
            return token == JsonToken.VALUE_STRING && isLaterContext(parser.getText());
        } catch (IOException e) {
            return false; // the whole reading says what is wrong with it
        }
    }

    private static boolean isLaterContext(String context) {
        return context.contains("/ob/v3p0/") || LATER_CONTEXTS.stream().anyMatch(context::startsWith);
    }
}
