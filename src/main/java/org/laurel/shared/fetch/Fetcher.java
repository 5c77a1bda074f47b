package org.laurel.shared.fetch;

import io.smallrye.mutiny.Uni;
import java.net.URI;

/** The only way out to the network. Everything fetched is chosen by a stranger's document. */
public interface Fetcher {

    /**
     * Gets a resource with GET, without cookies or credentials.
     *
     * @param uri an absolute https URI (http only to loopback in development)
     * @param accept the value of the {@code Accept} header
     * @return the answer with status 200; fails with {@link FetchException} otherwise
     */
    Uni<Fetched> get(URI uri, String accept);
}
