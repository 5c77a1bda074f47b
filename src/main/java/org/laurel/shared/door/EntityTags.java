package org.laurel.shared.door;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Entity tags: strong, made from a version or a hash (RFC 9110 §8.8). */
public final class EntityTags {

    private EntityTags() {}

    /** The tag of a version of a mutable resource. */
    public static String of(long version) {
        return "\"v" + version + "\"";
    }

    /** Requires that a write is based on the current version: 428 without If-Match, 412 when it is stale. */
    public static void requireMatch(@Nullable String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw ProblemException.of(
                    ProblemType.PRECONDITION_REQUIRED,
                    "Send If-Match with the ETag of the resource as you read it, so that no change is overwritten.");
        }
        if (!matches(ifMatch, of(version))) {
            throw ProblemException.of(
                    ProblemType.STALE,
                    "The resource has changed since you read it; read it again and repeat the change.");
        }
    }

    /** Whether an If-Match or If-None-Match header names the tag, or is {@code *}. */
    public static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(","))
                        .map(String::strip)
                        .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}
