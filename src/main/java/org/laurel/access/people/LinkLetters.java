package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;

/** Letters with links that let people in; one that can no longer be used is not sent. */
@ApplicationScoped
class LinkLetters implements LetterSource {
    static final String INVITED = "member.invited";
    static final String RECOVERY = "account.recovery";

    private final AccountLinks links;
    private final Accounts accounts;
    private final BaseUrl base;

    LinkLetters(AccountLinks links, Accounts accounts, BaseUrl base) {
        this.links = links;
        this.accounts = accounts;
        this.base = base;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(INVITED, RECOVERY);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        String token = letter.secret().orElseThrow();
        return links.find(token)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : address(found.get())
                                .map(address -> address.map(known -> LetterText.of(
                                                known,
                                                found.get()
                                                        .gives()
                                                        .map(gift -> Map.of(
                                                                "role",
                                                                gift.role().toString()))
                                                        .orElse(Map.of()),
                                                LinkView.address(token, base))
                                        .until(Optional.of(found.get().endsAt())))));
    }

    private Uni<Optional<String>> address(AccountLink link) {
        return link.account().isEmpty()
                ? Uni.createFrom().item(link.address().map(EmailAddress::text))
                : accounts.find(link.account().getAsLong()).map(account -> account.flatMap(Account::address));
    }
}
