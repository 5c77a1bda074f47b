package org.laurel.securing.status.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.securing.status.reading.StatusListException.Code;
import org.laurel.shared.encoding.CompressedBits;

/** The bits of a status list credential whose proof has been checked elsewhere (Bitstring Status List 1.0 §2.2, §3.2). */
public final class StatusListContent {
    /** Shorter lists tell too much about who is in them. */
    public static final int LEAST_ENTRIES = 131_072;

    private final List<String> purposes;
    private final byte[] bits;

    private StatusListContent(List<String> purposes, byte[] bits) {
        this.purposes = purposes;
        this.bits = bits;
    }

    /** Unfolds the list, at most 16 MiB of it; CPU-bound. */
    public static StatusListContent read(CredentialDocument document) throws StatusListException {
        JsonNode subject = document.json().path("credentialSubject");
        if (!document.hasType(OpenBadges.STATUS_LIST_CREDENTIAL)
                || !strings(subject.path("type")).contains("BitstringStatusList")) {
            throw new StatusListException(Code.MALFORMED, "expected a BitstringStatusListCredential");
        }
        byte[] bits = bits(subject.path("encodedList"));
        if (bits.length * 8L < LEAST_ENTRIES) {
            throw new StatusListException(
                    Code.TOO_SHORT, "the list has " + bits.length * 8L + " entries, fewer than " + LEAST_ENTRIES);
        }
        return new StatusListContent(strings(subject.path("statusPurpose")), bits);
    }

    /** Whether the bit of the entry is set; the list must serve the entry's purpose and be long enough. */
    public boolean isSet(StatusEntry entry) throws StatusListException {
        if (!purposes.contains(entry.purpose())) {
            throw new StatusListException(
                    Code.WRONG_PURPOSE, "the entry is for " + entry.purpose() + ", the list for " + purposes);
        }
        if (entry.index() >= bits.length * 8L) {
            throw new StatusListException(
                    Code.OUT_OF_RANGE,
                    "the index " + entry.index() + " lies outside the " + bits.length * 8L + " entries of the list");
        }
        return CompressedBits.get(bits, entry.index());
    }

    private static byte[] bits(JsonNode encodedList) throws StatusListException {
        if (!encodedList.isTextual()) {
            throw new StatusListException(Code.MALFORMED, "expected an encodedList");
        }
        try {
            return CompressedBits.decode(encodedList.textValue());
        } catch (IllegalArgumentException e) {
            throw new StatusListException(Code.MALFORMED, "the encodedList cannot be read: " + e.getMessage());
        }
    }

    private static List<String> strings(JsonNode node) {
        List<String> values = new ArrayList<>();
        if (node.isTextual()) {
            values.add(node.textValue());
        }
        for (JsonNode item : node) {
            if (node.isArray() && item.isTextual()) {
                values.add(item.textValue());
            }
        }
        return values;
    }
}
