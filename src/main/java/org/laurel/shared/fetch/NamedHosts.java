package org.laurel.shared.fetch;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.Optional;

/**
 * Asks hosts that whoever runs the service has named in a setting, and those that such a host names in turn. They may be in
 * a network of their own, which no stranger's document may lead to, and get credentials, which {@link Fetcher} never sends.
 * Nothing is kept, no redirect is followed.
 */
public interface NamedHosts {

    /**
     * Gets JSON.
     *
     * @param authorization the header of this name; empty for none
     * @return the answer with status 200; fails with {@link FetchException} otherwise
     */
    Uni<Fetched> get(URI uri, Optional<String> authorization);

    /**
     * Sends a form, and takes JSON.
     *
     * @param form encoded as {@code application/x-www-form-urlencoded}
     * @param authorization the header of this name; empty for none
     * @return the answer with status 200; fails with {@link FetchException} otherwise
     */
    Uni<Fetched> post(URI uri, String form, Optional<String> authorization);
}
