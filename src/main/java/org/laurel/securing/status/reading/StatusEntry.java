package org.laurel.securing.status.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.regex.Pattern;
import org.laurel.securing.status.reading.StatusListException.Code;

/**
 * An entry that points into a bitstring status list (Bitstring Status List 1.0 §2.1).
 *
 * @param list the list's URL
 * @param purpose {@code revocation} or {@code suspension} or another
 * @param index the position in the list
 */
public record StatusEntry(URI list, String purpose, long index) {
    private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** Reads an entry; the index is a text of decimal digits without leading zeros, the size is one bit. */
    public static StatusEntry read(JsonNode json) throws StatusListException {
        String index = json.path("statusListIndex").asText("");
        if (!json.path("statusListIndex").isTextual() || !INDEX.matcher(index).matches()) {
            throw new StatusListException(Code.MALFORMED, "expected a statusListIndex of decimal digits");
        }
        if (!json.path("statusSize").isMissingNode() && json.path("statusSize").asInt(0) != 1) {
            throw new StatusListException(Code.NOT_SUPPORTED, "only entries of one bit are read here");
        }
        if (!json.path("statusPurpose").isTextual()) {
            throw new StatusListException(Code.MALFORMED, "expected a statusPurpose");
        }
        return new StatusEntry(
                url(json.path("statusListCredential")),
                json.path("statusPurpose").textValue(),
                Long.parseLong(index));
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
