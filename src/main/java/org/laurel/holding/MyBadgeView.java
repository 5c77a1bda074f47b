package org.laurel.holding;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.origin.BaseUrl;

/**
 * A badge as its holder sees it.
 *
 * @param award the award's id
 * @param credential its link
 * @param name what was achieved
 * @param issuer who awarded it
 * @param state {@code issued}, {@code suspended} or {@code revoked}
 * @param validFrom from when on
 * @param validUntil until when
 * @param visibility {@code public} or {@code private}
 * @param nameLine the name that the holder puts to its page
 * @param erasureAskedAt when its erasure was asked for
 */
record MyBadgeView(
        String award,
        String credential,
        String name,
        String issuer,
        String state,
        Instant validFrom,
        @Nullable Instant validUntil,
        Visibility visibility,
        @Nullable String nameLine,
        @Nullable Instant erasureAskedAt) {

    static MyBadgeView of(HeldBadge badge, BaseUrl base) {
        return new MyBadgeView(
                badge.awardId(),
                base.credential(badge.credentialId()),
                badge.name(),
                badge.issuer(),
                badge.state(),
                badge.validFrom(),
                badge.validUntil().orElse(null),
                badge.page().hidden() ? Visibility.PRIVATE : Visibility.PUBLIC,
                badge.page().name().orElse(null),
                badge.erasureAskedAt().orElse(null));
    }
}
