package org.laurel.verifying.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurel.securing.key.ServiceKey;
import org.laurel.shared.encoding.Base64Url;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
import org.laurel.verifying.report.VerificationReport;
import org.laurel.verifying.report.Wording;

/**
 * Receipts are compact JWSs (RFC 7515) by the service's own key around a report: header {@code alg}, {@code typ},
 * {@code kid} and the public {@code jwk}, so that one can be checked offline; claims {@code iss}, {@code iat} and
 * {@code report}, whose {@code input.digest} is the hash of what was judged.
 */
@Singleton
public final class Receipts {
    /** The value of {@code typ}, so that a receipt passes for no other JWT (RFC 8725 §3.11). */
    static final String TYPE = "verification-receipt+jwt";

    private static final int LONGEST = 4 << 20;
    private static final int LONGEST_HEADER = 4096;
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

    private final ServiceKey key;
    private final ObjectMapper json;
    private final Clock clock;

    Receipts(ServiceKey key, ObjectMapper json, Clock clock) {
        this.key = key;
        this.json = json;
        this.clock = clock;
    }

    /** The receipt for a report. */
    public String write(VerificationReport report) {
        ObjectNode header = key.header(TYPE);
        header.set("jwk", key.jwk());
        ObjectNode payload = json.createObjectNode()
                .put("iss", key.controller())
                .put("iat", clock.instant().getEpochSecond());
        payload.set("report", json.valueToTree(report));
        return key.jws(header, payload);
    }

    /** Whether a text says of itself that it is a receipt, ours or another's. */
    public static boolean isMeant(String text) {
        try {
            String start = text.strip().split("\\.", 2)[0];
            return start.length() <= LONGEST_HEADER
                    && TYPE.equals(StrictJson.parse(Base64Url.decode(start))
                            .path("typ")
                            .textValue());
        } catch (MalformedJsonException | IllegalArgumentException e) {
            return false; // it is something else
        }
    }

    /** Whether a text is a receipt of ours, and what it says; white space in it does not matter. */
    public ReceiptCheck check(String text, Wording words) {
        String jws = text.length() > LONGEST ? "" : text.replaceAll("\\s+", "");
        if (!COMPACT.matcher(jws).matches()) {
            return ReceiptCheck.refused("expected a compact JWS of three parts", words);
        }
        String[] parts = jws.split("\\.");
        try {
            Optional<String> objection = objection(StrictJson.parse(Base64Url.decode(parts[0])));
            if (objection.isPresent()) {
                return ReceiptCheck.refused(objection.get(), words);
            }
            byte[] message = jws.substring(0, jws.lastIndexOf('.')).getBytes(StandardCharsets.US_ASCII);
            return key.signed(message, Base64Url.decode(parts[2]))
                    ? ReceiptCheck.genuine((ObjectNode) StrictJson.parse(Base64Url.decode(parts[1])), words)
                    : ReceiptCheck.refused("the signature does not match: the receipt has been changed", words);
        } catch (MalformedJsonException | IllegalArgumentException e) {
            return ReceiptCheck.refused("the receipt cannot be read: " + e.getMessage(), words);
        }
    }

    private Optional<String> objection(JsonNode header) {
        if (!TYPE.equals(header.path("typ").textValue())
                || !"EdDSA".equals(header.path("alg").textValue())) {
            return Optional.of("expected a JWS of the type " + TYPE + " with the alg EdDSA");
        }
        return key.id().equals(header.path("kid").textValue())
                ? Optional.empty()
                : Optional.of("this service signs receipts with the key " + key.id()
                        + "; the one here names another, so that it is another service's or none");
    }
}
