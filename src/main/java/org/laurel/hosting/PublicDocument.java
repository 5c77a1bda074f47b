package org.laurel.hosting;

import java.time.Duration;

/**
 * A document as the public gets it.
 *
 * @param body its bytes
 * @param tag its strong entity tag, quotes included
 * @param maxAge how long it may be kept
 */
@SuppressWarnings("ArrayRecordComponent") // served, never compared
public record PublicDocument(byte[] body, String tag, Duration maxAge) {}
