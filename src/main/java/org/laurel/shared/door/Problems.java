package org.laurel.shared.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** Writes failures as problem documents (RFC 9457). */
public final class Problems {
    /** {@code application/problem+json}. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    /**
     * The document on the wire.
     *
     * @param type a relative reference into the API page, the same for each kind of failure
     * @param title the kind, for people
     * @param status the HTTP status
     * @param detail this occurrence, for people
     * @param instance an id of this occurrence that the log knows, only for our own faults
     * @param errors every fault
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Document(
            String type,
            String title,
            int status,
            String detail,
            @Nullable String instance,
            List<Violation> errors) {}

    /** The answer for a failure. */
    public static Answer answer(ProblemException problem) {
        Answer answer = answer(problem.type(), problem.detail(), null, problem.violations());
        return problem.retryAfter()
                .map(wait -> answer.with("Retry-After", Long.toString(Math.max(1, wait.toSeconds()))))
                .orElse(answer);
    }

    /**
     * The answer to a save that came too late: what was sent, and what counts by now with its ETag, so that nothing written is
     * lost and the two can be saved together.
     *
     * @param version of what counts by now
     */
    public static Answer stale(Object yours, Object theirs, long version) {
        ProblemType type = ProblemType.STALE;
        return Answer.of(
                        type.status(),
                        new StaleDocument(
                                "/problems#" + type.slug(),
                                type.title(),
                                type.status(),
                                "Somebody saved since you read it; both versions are here: put them together and save with the new"
                                        + " ETag.",
                                yours,
                                theirs))
                .with("ETag", EntityTags.of(version));
    }

    /** A problem document with both versions (RFC 9457 §3.2). */
    private record StaleDocument(String type, String title, int status, String detail, Object yours, Object theirs) {}

    /** The answer for a failure of a kind, with its occurrence. */
    public static Answer answer(
            ProblemType type, String detail, @Nullable String instance, List<Violation> violations) {
        Answer answer = Answer.of(
                type.status(),
                new Document("/problems#" + type.slug(), type.title(), type.status(), detail, instance, violations));
        return type == ProblemType.UNAUTHENTICATED
                ? answer.with("WWW-Authenticate", "Bearer realm=\"laurel\"")
                : answer;
    }
}
