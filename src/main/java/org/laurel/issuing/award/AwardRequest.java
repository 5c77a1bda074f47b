package org.laurel.issuing.award;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Evidence;
import org.laurel.document.credential.Result;

/**
 * A wish to award one micro-credential to one recipient.
 *
 * @param achievement the micro-credential's id
 * @param recipient who is awarded
 * @param validFrom from when on it is valid; now when not said
 * @param validUntil until when; for ever when not said
 * @param activityStartDate when the activity began
 * @param activityEndDate when it ended
 * @param creditsEarned credits earned
 * @param term in which term
 * @param role in which role
 * @param narrative how it was achieved, Markdown
 * @param licenseNumber of a licence
 * @param evidence what shows it
 * @param results results reached; each fits a resultDescription of the micro-credential
 * @param externalId the caller's own reference, unique per issuer
 * @param notifyRecipient whether the recipient is to be told by e-mail, where mail is set up
 */
public record AwardRequest(
        String achievement,
        RecipientRequest recipient,
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
        @Nullable String externalId,
        @JsonProperty("notify") @Nullable Boolean notifyRecipient) {
    private static final int MAX_EXTERNAL_ID = 200;
    private static final BigDecimal MAX_CREDITS = BigDecimal.valueOf(1_000_000);

    /** Refuses what no award could be made of. */
    public AwardRequest {
        if (externalId != null && (externalId.isBlank() || externalId.length() > MAX_EXTERNAL_ID)) {
            throw new IllegalArgumentException("externalId: expected 1 to " + MAX_EXTERNAL_ID + " characters");
        }
        if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("validUntil: expected a time not before validFrom");
        }
        if (activityStartDate != null && activityEndDate != null && activityEndDate.isBefore(activityStartDate)) {
            throw new IllegalArgumentException("activityEndDate: expected a time not before activityStartDate");
        }
        if (creditsEarned != null && (creditsEarned.signum() < 0 || creditsEarned.compareTo(MAX_CREDITS) > 0)) {
            throw new IllegalArgumentException("creditsEarned: expected a number from 0 to " + MAX_CREDITS);
        }
        requireText("term", term);
        requireText("role", role);
        requireText("narrative", narrative);
        requireText("licenseNumber", licenseNumber);
        evidence = List.copyOf(evidence);
        results = List.copyOf(results);
    }

    /** Whether the recipient is to be told, where mail is set up. */
    boolean tells() {
        return Boolean.TRUE.equals(notifyRecipient);
    }

    /** The same with the recipient told, unless it says something else itself. */
    public AwardRequest telling() {
        return notifyRecipient != null ? this : with(recipient, externalId, true);
    }

    /** The same award to anybody: what two awards have in common that differ only in who gets them. */
    AwardRequest ofNobody() {
        return with(RecipientRequest.NOBODY, null, null);
    }

    private AwardRequest with(RecipientRequest who, @Nullable String reference, @Nullable Boolean told) {
        return new AwardRequest(
                achievement,
                who,
                validFrom,
                validUntil,
                activityStartDate,
                activityEndDate,
                creditsEarned,
                term,
                role,
                narrative,
                licenseNumber,
                evidence,
                results,
                reference,
                told);
    }

    /** The badge has no place for an empty text. */
    private static void requireText(String member, @Nullable String text) {
        if (text != null && text.isBlank()) {
            throw new IllegalArgumentException(member + ": expected text, got empty text");
        }
    }
}
