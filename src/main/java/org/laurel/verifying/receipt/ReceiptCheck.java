package org.laurel.verifying.receipt;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.verifying.report.Wording;

/**
 * Whether a receipt is genuine.
 *
 * @param genuine whether this service signed it, and nothing in it was changed since
 * @param summary one plain sentence
 * @param signedAt when it was signed, RFC 3339; left out when it is not genuine
 * @param report the report that it is about, as it was then; left out when it is not genuine
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ReceiptCheck(
        boolean genuine,
        String summary,
        @Nullable String signedAt,
        @Nullable ObjectNode report) {

    static ReceiptCheck genuine(ObjectNode payload, Wording words) {
        String at = Instant.ofEpochSecond(payload.path("iat").asLong()).toString();
        return new ReceiptCheck(true, words.text("receipt.genuine", at), at, (ObjectNode) payload.path("report"));
    }

    static ReceiptCheck refused(String why, Wording words) {
        return new ReceiptCheck(false, words.text("receipt.refused", words.say(why)), null, null);
    }
}
