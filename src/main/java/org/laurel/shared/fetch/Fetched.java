package org.laurel.shared.fetch;

import java.net.URI;
import java.time.Instant;

/**
 * What came back.
 *
 * @param uri where it came from at last, redirects followed
 * @param contentType the media type, lower case, without parameters; empty when none was given
 * @param body at most 1 MiB
 * @param fetchedAt when
 * @param hostAway whether it is a copy of then because the host does not answer now
 */
@SuppressWarnings("ArrayRecordComponent") // the body is handed on, never compared
public record Fetched(URI uri, String contentType, byte[] body, Instant fetchedAt, boolean hostAway) {

    /** What the host answered. */
    public Fetched(URI uri, String contentType, byte[] body, Instant fetchedAt) {
        this(uri, contentType, body, fetchedAt, false);
    }

    /** The same as a copy that has to do while the host is away. */
    Fetched asLastGood() {
        return new Fetched(uri, contentType, body, fetchedAt, true);
    }
}
