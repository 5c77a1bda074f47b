package org.laurel.issuing.award;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Evidence;
import org.laurel.document.credential.Result;
import org.laurel.securing.did.Did;
import org.laurel.shared.json.Bounds;

/**
 * A wish to correct an award. What is left out stays as it is.
 *
 * @param reason why; kept with the old award
 * @param recipient whom to name anew
 * @param without members that the corrected badge has no more
 * @param externalId a reference of its own; that of the old one stays there
 * @param notifyRecipient whether the holder is told; when not said, if they were told of the old one
 */
record CorrectionRequest(
        @Nullable String reason,
        @Nullable RecipientCorrection recipient,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        @Nullable Instant activityStartDate,
        @Nullable Instant activityEndDate,
        @Nullable BigDecimal creditsEarned,
        @Nullable String term,
        @Nullable String role,
        @Nullable String narrative,
        @Nullable String licenseNumber,
        List<Evidence> evidence,
        List<Result> results,
        List<String> without,
        @Nullable String externalId,
        @JsonProperty("notify") @Nullable Boolean notifyRecipient) {
    private static final Set<String> REMOVABLE = new TreeSet<>(Set.of(
            "validUntil",
            "activityStartDate",
            "activityEndDate",
            "creditsEarned",
            "term",
            "role",
            "narrative",
            "licenseNumber",
            "evidence",
            "results"));

    /** Refuses what cannot be taken out. */
    CorrectionRequest {
        if (reason != null) {
            Bounds.text("reason", reason, Award.LONGEST_REASON);
        }
        evidence = List.copyOf(evidence);
        results = List.copyOf(results);
        without = List.copyOf(without);
        if (!REMOVABLE.containsAll(without)) {
            throw new IllegalArgumentException("without: expected some of " + String.join(", ", REMOVABLE));
        }
    }

    /** Whether the corrected badge has this member no more. */
    boolean drops(String member) {
        return without.contains(member);
    }

    /**
     * Whom to name anew.
     *
     * @param name for our own pages and letters
     * @param email their address
     * @param did their DID
     * @param identifiers in the place of those that the badge had
     */
    record RecipientCorrection(
            @Nullable String name,
            @Nullable String email,
            @Nullable Did did,
            List<IdentifierRequest> identifiers) {
        RecipientCorrection {
            identifiers = List.copyOf(identifiers);
        }

        /** Whether the badge is to know them by something else than before. */
        boolean identifies() {
            return email != null || did != null || !identifiers.isEmpty();
        }
    }
}
