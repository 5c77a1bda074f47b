package org.laurel.shared.fetch;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Optional;

/**
 * Answers URLs of our own origin in-process, with the very bytes that the public gets: no way out through DNS and back.
 * Found through CDI.
 */
public interface OwnOrigin {

    /** Whether the URL lies within our own origin. */
    boolean owns(URI uri);

    /** What a GET would answer with status 200; empty when it would answer with another status. Asked on any thread. */
    Uni<Optional<Fetched>> answer(URI uri, String accept);
}
