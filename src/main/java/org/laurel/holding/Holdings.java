package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.laurel.access.people.Account;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;
import org.laurel.shared.store.PublicId;

/** The collection of badges as their holders see them. */
public interface Holdings {

    /** What the holder wants of a badge's page. */
    Uni<BadgePage> page(PublicId credential);

    /** A badge by its own id; empty when there is none, or it was erased. */
    Uni<Optional<HeldBadge>> find(PublicId credential);

    /** By the id of its award, when a proven address of this account is the one that it was awarded to. */
    Uni<Optional<HeldBadge>> ofAward(Account account, PublicId award);

    /** Whether a badge was awarded to a proven address of this account. */
    Uni<Boolean> isHeldBy(HeldBadge badge, Account account);

    /** The badges that were awarded to the proven addresses of this account, newest first. */
    Uni<Page<HeldBadge>> of(Account account, PageRequest page);

    /** Says what the page shows. */
    Uni<Void> change(HeldBadge badge, BadgePage page, String by);

    /** Asks the issuer to erase it; asking again changes nothing. */
    Uni<Void> askErasure(HeldBadge badge, String by);

    /** The links to its page that work. */
    Uni<List<ShareLink>> links(HeldBadge badge);

    /**
     * Makes one; a 409 problem when there are too many.
     *
     * @param days for so many days
     */
    Uni<NewShareLink> share(HeldBadge badge, int days, String by);

    /** Withdraws one; false when there is none. */
    Uni<Boolean> withdraw(HeldBadge badge, String link, String by);

    /** The badge that such a link shows. */
    Uni<Shared> shared(String token);

    /**
     * A link with the part of it that is shown once.
     *
     * @param link the link
     * @param token its unguessable part
     */
    record NewShareLink(ShareLink link, String token) {}

    /**
     * What a link shows.
     *
     * @param credential the badge; empty when there was never such a link, or it does not work any more
     * @param over whether it worked once
     */
    record Shared(Optional<String> credential, boolean over) {}
}
