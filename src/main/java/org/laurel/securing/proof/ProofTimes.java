package org.laurel.securing.proof;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.proof.ProofRefusal.Code;
import org.laurel.shared.encoding.DateTimeStamp;

/** The times that a proof must keep, alike for every family (CID 1.0 §2.2, DI §2.1). */
public final class ProofTimes {
    private static final Duration TOLERANCE = Duration.ofSeconds(60);

    private ProofTimes() {}

    /** Reads a dateTimeStamp, which must have a zone (XSD 1.1); empty when it is none. */
    public static Optional<Instant> read(String text) {
        return DateTimeStamp.read(text);
    }

    /**
     * Whether something is wrong with the time at which the proof says it was made.
     *
     * @param made the proof's own date, or null when it has none and counts as made now
     * @param method the key, which makes no proofs at or after its {@code expires} or {@code revoked}
     * @param now the time of judgement; a proof may lie 60 s ahead of it
     * @param pointer where the date stands
     */
    public static Optional<ProofRefusal> refusal(
            @Nullable Instant made, VerificationMethod method, Instant now, String pointer) {
        if (made != null && made.isAfter(now.plus(TOLERANCE))) {
            return refused(Code.OUT_OF_TIME, "the proof is dated in the future, " + made, pointer);
        }
        Instant effective = made == null ? now : made;
        if (method.revoked() != null && !effective.isBefore(method.revoked())) {
            return refused(
                    Code.KEY_OUT_OF_TIME,
                    "the key was revoked at " + method.revoked() + ", and the proof is not older",
                    pointer);
        }
        if (method.expires() != null && !effective.isBefore(method.expires())) {
            return refused(
                    Code.KEY_OUT_OF_TIME,
                    "the key expired at " + method.expires() + ", and the proof is not older",
                    pointer);
        }
        return Optional.empty();
    }

    private static Optional<ProofRefusal> refused(Code code, String detail, String pointer) {
        return Optional.of(new ProofRefusal(code, detail, pointer));
    }
}
