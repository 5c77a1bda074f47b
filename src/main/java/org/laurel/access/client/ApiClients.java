package org.laurel.access.client;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.laurel.access.role.Scope;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** The collection of API clients. */
public interface ApiClients {

    /** Makes a client; its token is shown this once, and only its hash is kept. */
    Uni<NewClient> create(int issuerNo, String name, List<Scope> scopes, Alongside<NewClient> alongside);

    /** The issuer's clients, newest first, removed ones left out. */
    Uni<Page<ApiClient>> list(int issuerNo, PageRequest page);

    /** Removes a client: its token stops working at once. False when the issuer has no such client. */
    Uni<Boolean> remove(int issuerNo, String id);

    /**
     * A client just made.
     *
     * @param client the client
     * @param token its token, shown this once
     */
    record NewClient(ApiClient client, String token) {}
}
