package org.laurel.shared.fetch;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Tells hosts that a user of the service has named. They are reached by the same rules as those of strangers' documents, but
 * over connections of their own, so that one that hangs holds up no verification. No redirect is followed.
 */
public interface Callbacks {

    /** Why this URL is never told anything, whatever its host's addresses are; empty when there is no such reason. */
    Optional<String> hindrance(URI uri);

    /**
     * Posts JSON.
     *
     * @param headers further header fields
     * @return the status of the answer; fails with {@link FetchException} when none came
     */
    Uni<Integer> post(URI uri, Map<String, String> headers, String json);
}
