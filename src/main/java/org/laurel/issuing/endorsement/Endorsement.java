package org.laurel.issuing.endorsement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.status.StatusListIndex;

/**
 * What an organisation signed of another, of a micro-credential or of a badge (OB 3.0 EndorsementCredential).
 *
 * @param issuerNo who endorses
 * @param number its row number
 * @param id its public id
 * @param subject the IRI that is endorsed
 * @param purpose what it was made for
 * @param comment what is said, Markdown
 * @param term from when, and until when
 * @param revocation its place in a revocation list
 * @param made by whom and when
 * @param revoked by whom, when and why it was taken back; null while it stands
 */
public record Endorsement(
        int issuerNo,
        long number,
        String id,
        String subject,
        Purpose purpose,
        String comment,
        Term term,
        StatusListIndex revocation,
        Made made,
        @Nullable Revoked revoked) {

    /** The same, taken back. */
    Endorsement revoked(Revoked how) {
        return new Endorsement(issuerNo, number, id, subject, purpose, comment, term, revocation, made, how);
    }

    /** What an endorsement was made for. */
    public enum Purpose {
        /** The programme says that an organisation passed screening. */
        SCREENING,
        /** The programme says that a micro-credential passed review. */
        PUBLICATION,
        /** An organisation says so of its own accord. */
        ENDORSEMENT,
        /** A recognising organisation says what a micro-credential counts for. */
        RECOGNITION;

        @Override
        @JsonValue
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** From when it is valid, and until when; null for ever. */
    public record Term(Instant from, @Nullable Instant until) {}

    /** Who made it, and when. */
    public record Made(String by, Instant at) {}

    /** Who took it back, when, and why. */
    public record Revoked(String by, Instant at, String reason) {}
}
