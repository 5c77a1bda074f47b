package org.laurel.notifying.webhook;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** The collection of addresses that are told what happens. */
interface Webhooks {
    /** How many an issuer may have. */
    int MOST = 10;

    /** Makes one; 409 when there are ten already. */
    Uni<NewWebhook> create(int issuerNo, Wanted wanted, String by, Alongside<NewWebhook> alongside);

    /** By public id. */
    Uni<Optional<Webhook>> find(int issuerNo, String id);

    /** Newest first. */
    Uni<List<Webhook>> list(int issuerNo);

    /** Ends it; false when there is none. */
    Uni<Boolean> remove(int issuerNo, String id, String by);

    /** Gives it a new secret; the one before is used beside it for a day. Empty when there is none. */
    Uni<Optional<NewWebhook>> rotate(int issuerNo, String id, String by);

    /** Tells it again from now on. Empty when there is none. */
    Uni<Optional<Webhook>> enable(int issuerNo, String id, String by);

    /** What was sent to it, and is to be: newest first; those in one state only when given. */
    Uni<Page<Delivery>> deliveries(Webhook webhook, Optional<String> state, PageRequest page);

    /** Sends one again, from its first attempt on; empty when there is none. */
    Uni<Optional<Delivery>> redeliver(Webhook webhook, String id);

    /** What is wanted. */
    record Wanted(URI url, List<String> types) {}

    /** One with its secret, to be shown this once. */
    record NewWebhook(Webhook webhook, WebhookSecret secret) {}
}
