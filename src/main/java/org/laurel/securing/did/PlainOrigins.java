package org.laurel.securing.did;

import java.net.URI;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The few hosts whose did:web documents are fetched over http: our own while its base URL is on loopback, and those that a
 * developer named.
 *
 * @param authorities hosts with their ports, such as {@code localhost:8080}
 */
public record PlainOrigins(Set<String> authorities) {

    /** Copies the set. */
    public PlainOrigins {
        authorities = Set.copyOf(authorities);
    }

    /** No exception: every DID document is fetched over https. */
    public static PlainOrigins none() {
        return new PlainOrigins(Set.of());
    }

    /** Those of these origins that are plain http. */
    public static PlainOrigins of(Collection<URI> origins) {
        return new PlainOrigins(origins.stream()
                .filter(origin -> "http".equals(origin.getScheme()))
                .map(URI::getAuthority)
                .collect(Collectors.toSet()));
    }

    /** Whether the host, with its port, is among them. */
    boolean contains(String authority) {
        return authorities.contains(authority);
    }
}
