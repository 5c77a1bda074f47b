package org.laurel.issuing.achievement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.Achievement;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.problem.ProblemException;

/**
 * A micro-credential as we keep it.
 *
 * @param issuerNo whose it is
 * @param number its row number
 * @param id its public id
 * @param state whether it can be changed or awarded
 * @param achievement what badges say of it; its id is its page
 * @param directAward whether it may be awarded without evidence handed in here
 * @param review {@code reviewed}, or {@code waived} when the administrator published it without review; null for drafts
 * @param reviewBy who decided so
 * @param reviewReason why it was published without review; null when no reason was given
 * @param previousVersion the id of the version it was made from, or null
 * @param drafted what was filled into the template; null when it was not drafted on it
 * @param version grows with every change
 * @param createdAt when it was made
 * @param updatedAt when it was last changed
 * @param publishedAt when it was published, or null
 */
public record AchievementDefinition(
        int issuerNo,
        long number,
        String id,
        AchievementState state,
        Achievement achievement,
        boolean directAward,
        @Nullable String review,
        @Nullable String reviewBy,
        @Nullable String reviewReason,
        @Nullable String previousVersion,
        @Nullable Drafted drafted,
        long version,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant publishedAt) {

    /** How a review is told that ended well. */
    static final String REVIEWED = "reviewed";

    /** A 409 problem that names the state, and what is allowed in it, when it is no draft any more. */
    void requireOpen(String what) {
        if (!state.isOpen()) {
            throw notNow(what);
        }
    }

    /** A 409 problem that names the state, and what is allowed in it. */
    ProblemException notNow(String what) {
        return ProblemException.notNow("The micro-credential", state, what, state.allowed());
    }

    /** Whether the programme reviewed it. */
    public boolean isReviewed() {
        return REVIEWED.equals(review);
    }

    /**
     * What was filled into the template.
     *
     * @param edition of the template
     * @param json as the public reads it
     * @param round how often it was handed in
     */
    public record Drafted(int edition, String json, int round) {

        /** As its authors filled it. */
        public MicroCredentialTemplate template() {
            return JsonColumns.read(json, MicroCredentialTemplate.class);
        }

        /** SHA-256 of the bytes that the public reads, in hexadecimal digits. */
        public String digest() {
            return Hex.encode(Sha256.of(json));
        }
    }
}
