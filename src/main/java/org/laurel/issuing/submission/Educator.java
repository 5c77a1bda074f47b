package org.laurel.issuing.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.Bounds;

/**
 * Somebody for whom a learning management system hands in: it knows them by ids of its own.
 *
 * @param userId the system's id of them
 * @param name what they are called
 * @param email their address
 * @param consent that they agreed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Educator(
        String userId, @Nullable String name, @Nullable String email, Consent consent) {

    Educator {
        Bounds.text("userId", userId, 300);
        Bounds.within("name", name, 300);
        if (email != null && !email.matches("[^\\s@]{1,64}@[^\\s@]{1,255}")) {
            throw new IllegalArgumentException("email: expected an e-mail address");
        }
    }

    /**
     * That they agreed that this is handed in for them.
     *
     * @param how in words: by which form, told by whom
     * @param at when
     */
    record Consent(String how, Instant at) {
        Consent {
            Bounds.text("how", how, 1000);
        }
    }
}
