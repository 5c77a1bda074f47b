package org.laurel.document.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * Where the status of a credential can be read (VCDM 2.0 §4.10, Bitstring Status List 1.0 §2.1).
 *
 * @param id the entry's own id; not the list's URL when it is a bitstring entry
 * @param type {@code BitstringStatusListEntry} or {@code 1EdTechRevocationList}
 * @param statusPurpose {@code revocation} or {@code suspension}
 * @param statusListIndex the position in the list, as text
 * @param statusListCredential the list's URL
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"id", "type", "statusPurpose", "statusListIndex", "statusListCredential"})
public record CredentialStatus(
        @Nullable String id,
        String type,
        @Nullable String statusPurpose,
        @Nullable String statusListIndex,
        @Nullable String statusListCredential) {

    /** Refuses what breaks the rules above, with a sentence that says what was expected and what came. */
    public CredentialStatus {
        Require.optionalUri("id", id);
        Require.text("type", type);
        Require.optionalText("statusPurpose", statusPurpose);
        Require.optionalUri("statusListCredential", statusListCredential);
        Require.optionalText("statusListIndex", statusListIndex);
    }

    /** An entry of a bitstring status list. */
    public static CredentialStatus entry(String list, String purpose, long index) {
        return new CredentialStatus(
                list + "#" + index, OpenBadges.STATUS_LIST_ENTRY, purpose, Long.toString(index), list);
    }
}
