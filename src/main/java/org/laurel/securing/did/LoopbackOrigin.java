package org.laurel.securing.did;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Our own base URL while it is on the loopback interface: the one host whose did:web documents are fetched over http.
 *
 * @param baseUrl an origin such as {@code http://localhost:8080}, or null when our base URL is a public one
 */
public record LoopbackOrigin(@Nullable URI baseUrl) {

    /** No exception: every DID document is fetched over https. */
    public static LoopbackOrigin none() {
        return new LoopbackOrigin(null);
    }

    /** Whether the host, with its port, is this origin's. */
    boolean is(String authority) {
        return baseUrl != null && authority.equals(baseUrl.getAuthority());
    }
}
