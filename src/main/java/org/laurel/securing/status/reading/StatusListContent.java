package org.laurel.securing.status.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.securing.status.reading.StatusListException.Code;
import org.laurel.shared.encoding.Base64Url;
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

    /** Unfolds the list, at most 16 MiB of it; CPU-bound. The list must be of the kind that an entry asked for. */
    public static StatusListContent read(StatusListKind kind, CredentialDocument document) throws StatusListException {
        JsonNode subject = document.json().path("credentialSubject");
        if (!document.hasType(kind.credentialType())
                || !strings(subject.path("type")).contains(kind.subjectType())) {
            throw new StatusListException(Code.MALFORMED, "expected a " + kind.credentialType());
        }
        byte[] bits = bits(kind, subject.path("encodedList"));
        if (bits.length * 8L < LEAST_ENTRIES) {
            throw new StatusListException(
                    Code.TOO_SHORT, "the list has " + bits.length * 8L + " entries, fewer than " + LEAST_ENTRIES);
        }
        return new StatusListContent(strings(subject.path("statusPurpose")), bits);
    }

    /** The value of the entry, 0 when nothing is set; the list must serve the entry's purpose and be long enough. */
    public long value(StatusEntry entry) throws StatusListException {
        if (!purposes.contains(entry.purpose())) {
            throw new StatusListException(
                    Code.WRONG_PURPOSE, "the entry is for " + entry.purpose() + ", the list for " + purposes);
        }
        long entries = bits.length * 8L / entry.size();
        if (entries < LEAST_ENTRIES) {
            throw new StatusListException(
                    Code.TOO_SHORT,
                    "the list has " + entries + " entries of " + entry.size() + " bits, fewer than " + LEAST_ENTRIES);
        }
        if (entry.index() >= entries) {
            throw new StatusListException(
                    Code.OUT_OF_RANGE,
                    "the index " + entry.index() + " lies outside the " + entries + " entries of the list");
        }
        long value = 0;
        for (int bit = 0; bit < entry.size(); bit++) {
            value = value << 1 | (CompressedBits.get(bits, entry.index() * entry.size() + bit) ? 1 : 0);
        }
        return value;
    }

    /** How many bytes the list takes, unfolded. */
    public int bytes() {
        return bits.length;
    }

    private static byte[] bits(StatusListKind kind, JsonNode encodedList) throws StatusListException {
        if (!encodedList.isTextual()) {
            throw new StatusListException(Code.MALFORMED, "expected an encodedList");
        }
        try {
            String text = encodedList.textValue();
            return kind == StatusListKind.DRAFT_2021 && !text.startsWith("u")
                    ? CompressedBits.inflate(Base64Url.decode(text))
                    : CompressedBits.decode(text);
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
