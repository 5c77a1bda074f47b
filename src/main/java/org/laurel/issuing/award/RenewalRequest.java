package org.laurel.issuing.award;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wish to renew an award: the same badge for a time more.
 *
 * @param validFrom from when on the new one is valid; now when not said
 * @param validUntil until when; when not said, as long as the old one was, and for ever when that had no end
 * @param externalId a reference of its own; that of the old one stays there
 * @param notifyRecipient whether the holder is told; when not said, if they were told of the old one
 */
record RenewalRequest(
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable String externalId,
        @JsonProperty("notify") @Nullable Boolean notifyRecipient) {}
