package org.laurel.web.holding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.laurel.access.caller.Presented;
import org.laurel.access.session.Visitors;
import org.laurel.holding.BadgeKeys;
import org.laurel.holding.HeldBadge;
import org.laurel.holding.Holdings;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PublicId;

/** Knows whether who looks at a page may manage a badge: by the session that a link gave, or by an account that it was awarded to. */
@Singleton
class HolderAccess {
    private static final String HOLDER = "holder";

    private final Holdings holdings;
    private final BadgeKeys keys;
    private final Visitors visitors;
    private final BaseUrl base;

    HolderAccess(Holdings holdings, BadgeKeys keys, Visitors visitors, BaseUrl base) {
        this.holdings = holdings;
        this.keys = keys;
        this.visitors = visitors;
        this.base = base;
    }

    /**
     * A badge, and who manages it.
     *
     * @param badge the badge
     * @param by how events call them
     */
    record Managed(HeldBadge badge, String by) {}

    /** The badge, when they may manage it. */
    Uni<Optional<Managed>> of(String credential, Presented presented) {
        return PublicId.parse(credential)
                .map(holdings::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : bySession(found.get(), presented)
                                .chain(managed -> managed.isPresent()
                                        ? Uni.createFrom().item(managed)
                                        : byAccount(found.get(), presented)));
    }

    private Uni<Optional<Managed>> bySession(HeldBadge badge, Presented presented) {
        return presented
                .cookie(cookieName())
                .map(token -> keys.isGood(badge.credentialId(), token))
                .orElseGet(() -> Uni.createFrom().item(false))
                .map(good -> good ? Optional.of(new Managed(badge, HOLDER)) : Optional.empty());
    }

    private Uni<Optional<Managed>> byAccount(HeldBadge badge, Presented presented) {
        return visitors.of(presented)
                .chain(account -> account.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : holdings.isHeldBy(badge, account.get())
                                .map(held -> held
                                        ? Optional.of(
                                                new Managed(badge, account.get().id()))
                                        : Optional.empty()));
    }

    /** The header {@code Set-Cookie} of a session that is good for one badge, and sent to its pages alone. */
    String cookie(String credential, String token) {
        return cookieName() + "=" + token + "; Path=" + HolderPages.path(credential) + "; HttpOnly; SameSite=Strict"
                + (base.isDevelopment() ? "" : "; Secure");
    }

    private String cookieName() {
        return base.isDevelopment() ? "laurel-badge" : "__Secure-laurel-badge";
    }
}
