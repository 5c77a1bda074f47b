package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.issuing.award.Award;
import org.laurel.issuing.award.AwardState;
import org.laurel.issuing.award.Awards;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PublicId;

/** Letters with the link by which a holder manages a badge; one that can no longer be used is not sent. */
@ApplicationScoped
class HolderLetters implements LetterSource {
    static final String MANAGE = "badge.manage";

    private final Awards awards;
    private final Holdings holdings;
    private final BadgeKeys keys;
    private final BaseUrl base;

    HolderLetters(Awards awards, Holdings holdings, BadgeKeys keys, BaseUrl base) {
        this.awards = awards;
        this.holdings = holdings;
        this.keys = keys;
        this.base = base;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(MANAGE);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        String token = letter.secret().orElseThrow();
        return awards.find(PublicId.parse(letter.subject()).orElseThrow())
                .map(found -> found.filter(award -> award.state() != AwardState.ERASED))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : keys.isOpen(found.get().credentialId(), token)
                                .chain(open -> open ? text(found.get(), token) : nothing()));
    }

    private static Uni<Optional<LetterText>> nothing() {
        return Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<LetterText>> text(Award award, String token) {
        String link = base.management(award.credentialId()) + "?token=" + token;
        return holdings.find(PublicId.parse(award.credentialId()).orElseThrow())
                .map(badge -> badge.flatMap(
                        held -> Optional.ofNullable(award.recipient().identity().email())
                                .map(address -> LetterText.of(address, Map.of("achievement", held.name()), link))));
    }
}
