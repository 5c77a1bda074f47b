package org.laurel.notifying.webhook;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that is told what happens at an issuer.
 *
 * @param issuerNo at which issuer
 * @param number its row number
 * @param id its public id
 * @param url the address
 * @param types what it is told: types of events, or {@code credential.*}; everything when empty
 * @param enabled whether it is told; not any more when it failed for three days, or said that it is gone (410)
 * @param failingSince since when nothing reached it; left out when the last did
 * @param createdAt when it was made
 * @param createdBy by whom
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Webhook(
        @JsonIgnore int issuerNo,
        @JsonIgnore long number,
        String id,
        String url,
        List<String> types,
        boolean enabled,
        @Nullable Instant failingSince,
        Instant createdAt,
        String createdBy) {

    /** Copies the list. */
    Webhook {
        types = List.copyOf(types);
    }
}
