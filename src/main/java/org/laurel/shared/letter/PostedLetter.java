package org.laurel.shared.letter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a letter, without an address.
 *
 * @param id its public id, which is in its Message-ID
 * @param kind what it is about: {@code credential.awarded}
 * @param subject the public id of what it is about
 * @param state where it is
 * @param attempts how often it was tried
 * @param answer why it is not sent: the mail server's reply code, or a word; left out when there is no such reason
 * @param writtenAt when it was caused
 * @param dueAt when it is tried next; left out when it is not
 * @param settledAt when it came to its end; left out until then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PostedLetter(
        String id,
        String kind,
        String subject,
        LetterState state,
        int attempts,
        @Nullable String answer,
        Instant writtenAt,
        @Nullable Instant dueAt,
        @Nullable Instant settledAt) {}
