package org.laurel.securing.status.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.laurel.securing.status.reading.StatusListException.Code;

/**
 * An entry that points into a status list (Bitstring Status List 1.0 §2.1).
 *
 * @param kind of which generation the entry is
 * @param list the list's URL
 * @param purpose {@code revocation} or {@code suspension} or another
 * @param index the position in the list, counted in entries
 * @param size how many bits an entry has
 * @param messages what the values mean, in the issuer's words; empty where it says nothing
 */
public record StatusEntry(
        StatusListKind kind, URI list, String purpose, long index, int size, Map<Long, String> messages) {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern VALUE = Pattern.compile("0[xX][0-9a-fA-F]{1,4}");
    /** Eight bits are 256 messages; the specification gives no limit. */
    private static final int LARGEST_SIZE = 8;

    /** Copies the messages. */
    public StatusEntry {
        messages = Map.copyOf(messages);
    }

    /** Reads an entry; the index is a text of decimal digits without leading zeros. */
    public static StatusEntry read(StatusListKind kind, JsonNode json) throws StatusListException {
        String index = json.path("statusListIndex").asText("");
        if (!json.path("statusListIndex").isTextual() || !INDEX.matcher(index).matches()) {
            throw new StatusListException(Code.MALFORMED, "expected a statusListIndex of decimal digits");
        }
        if (!json.path("statusPurpose").isTextual()) {
            throw new StatusListException(Code.MALFORMED, "expected a statusPurpose");
        }
        int size = kind == StatusListKind.BITSTRING ? size(json.path("statusSize")) : 1;
        Map<Long, String> messages = messages(json.path("statusMessage"));
        if (size > 1 && messages.size() != 1 << size) {
            throw new StatusListException(
                    Code.MALFORMED, "expected a statusMessage for each of the " + (1 << size) + " values");
        }
        return new StatusEntry(
                kind,
                url(json.path("statusListCredential")),
                json.path("statusPurpose").textValue(),
                Long.parseLong(index),
                size,
                messages);
    }

    /** What a value means in the issuer's words, where it says so. */
    public Optional<String> message(long value) {
        return Optional.ofNullable(messages.get(value));
    }

    private static int size(JsonNode size) throws StatusListException {
        if (size.isMissingNode()) {
            return 1;
        }
        if (!size.isIntegralNumber() || !size.canConvertToInt() || size.intValue() < 1) {
            throw new StatusListException(Code.MALFORMED, "expected a statusSize of at least one bit");
        }
        if (size.intValue() > LARGEST_SIZE) {
            throw new StatusListException(
                    Code.NOT_SUPPORTED, "only entries of at most " + LARGEST_SIZE + " bits are read here");
        }
        return size.intValue();
    }

    private static Map<Long, String> messages(JsonNode statusMessage) {
        Map<Long, String> messages = new HashMap<>();
        for (JsonNode item : statusMessage) {
            String status = item.path("status").asText("");
            if (VALUE.matcher(status).matches() && item.path("message").isTextual()) {
                messages.put(
                        Long.parseLong(status.substring(2), 16),
                        item.path("message").textValue());
            }
        }
        return messages;
    }

    private static URI url(JsonNode list) throws StatusListException {
        try {
            URI url = URI.create(list.asText(""));
            if (list.isTextual() && url.isAbsolute()) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            throw new StatusListException(Code.MALFORMED, "statusListCredential is no URL");
        }
        throw new StatusListException(Code.MALFORMED, "expected the URL of a list in statusListCredential");
    }
}
