package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

/** Tells whether some bytes are an object of Open Badges before 3.0, as JSON or in a compact JWS. */
final class AssertionReader {
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern COMPACT_JWS = Pattern.compile("[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]*+");
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
            return COMPACT_JWS.matcher(text).matches() ? signed(text) : plain(StrictJson.parse(bytes));
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

    private static boolean isLaterContext(String context) {
        return context.contains("/ob/v3p0/") || LATER_CONTEXTS.stream().anyMatch(context::startsWith);
    }
}
