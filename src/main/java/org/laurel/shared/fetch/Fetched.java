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
 */
@SuppressWarnings("ArrayRecordComponent") // the body is handed on, never compared
public record Fetched(URI uri, String contentType, byte[] body, Instant fetchedAt) {}
