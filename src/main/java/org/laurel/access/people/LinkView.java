package org.laurel.access.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Role;
import org.laurel.shared.door.Answer;
import org.laurel.shared.origin.BaseUrl;

/**
 * A link as it is told.
 *
 * @param id its public id
 * @param role what it gives, if it is an invitation
 * @param email whom it was made for
 * @param link the address to be passed on; in the answer that made it alone
 * @param expiresAt until when it works
 */
public record LinkView(
        String id,
        @Nullable Role role,
        @Nullable String email,
        @Nullable String link,
        Instant expiresAt) {

    /** Without the token. */
    public static LinkView of(AccountLink link) {
        return new LinkView(
                link.id(),
                link.gives().map(AccountLink.Gift::role).orElse(null),
                link.address().map(EmailAddress::text).orElse(null),
                null,
                link.endsAt());
    }

    /** The answer to who made it. */
    public static Answer made(AccountLinks.NewLink made, BaseUrl base) {
        LinkView view = of(made.link());
        String link = address(made.token(), base);
        return Answer.of(201, new LinkView(view.id(), view.role(), view.email(), link, view.expiresAt()));
    }

    /** Where a link leads. */
    static String address(String token, BaseUrl base) {
        return base.text() + "/welcome?token=" + token;
    }
}
