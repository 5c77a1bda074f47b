package org.laurel.shared.fetch;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;

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

    /**
     * The same, but an answer that was kept, however long it may be, serves only while it is young.
     *
     * @param oldest how old a kept answer may be
     */
    default Uni<Fetched> getYoung(URI uri, String accept, Duration oldest) {
        return get(uri, accept);
    }

    /**
     * The same, and the last good answer while the host is away: when nothing answers, or the host says that it cannot
     * now. A host that answers otherwise has the last word.
     *
     * @param oldest how old the last good answer may be
     */
    default Uni<Fetched> getOrLastGood(URI uri, String accept, Duration oldest) {
        return get(uri, accept);
    }

    /**
     * Begins to get what will be asked for in the work of this context, when it is our own and no fetch; nothing
     * otherwise.
     */
    default void ahead(URI uri, String accept, Context context) {}
}
