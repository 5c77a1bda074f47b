package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.laurel.access.people.Account;
import org.laurel.access.people.Accounts;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.outbox.Outbox;
import org.laurel.shared.outbox.OutboxEvent;

/** Letters to whoever handed a micro-credential in for review: what came of it. */
@ApplicationScoped
class ReviewLetters implements LetterSource {
    private static final String KIND = "achievement.";
    private static final String SUBMITTED = "achievement.submitted";

    private final AchievementDefinitions definitions;
    private final Outbox outbox;
    private final Accounts accounts;
    private final BaseUrl base;

    ReviewLetters(AchievementDefinitions definitions, Outbox outbox, Accounts accounts, BaseUrl base) {
        this.definitions = definitions;
        this.outbox = outbox;
        this.accounts = accounts;
        this.base = base;
    }

    /** The one about what was just reviewed. */
    static Letter about(AchievementDefinition reviewed) {
        return Letter.about(reviewed.issuerNo(), KIND + reviewed.state(), reviewed.id());
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND + AchievementState.PUBLISHED, KIND + AchievementState.CHANGES_REQUESTED);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        return definitions
                .find(letter.subject())
                .map(Optional::orElseThrow)
                .chain(definition -> letter.kind().equals(KIND + definition.state())
                        ? handedInBy(definition).chain(who -> text(definition, who))
                        : Uni.createFrom().item(Optional.empty()));
    }

    /** Programs and the administrator's token have no account, and so no address. */
    private Uni<Optional<Account>> handedInBy(AchievementDefinition definition) {
        return outbox.about(definition.issuerNo(), definition.id())
                .map(events -> events.stream()
                        .filter(event -> event.type().equals(SUBMITTED))
                        .map(OutboxEvent::actor)
                        .reduce((earlier, later) -> later))
                .chain(actor ->
                        actor.map(accounts::find).orElse(Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<LetterText>> text(AchievementDefinition definition, Optional<Account> who) {
        Optional<String> address = who.flatMap(Account::address);
        boolean published = definition.state() == AchievementState.PUBLISHED;
        String link = published ? definition.achievement().id() : base.text() + "/console";
        Optional<LetterText> text = address.map(known -> LetterText.of(
                known, Map.of("achievement", definition.achievement().name()), link));
        return text.isEmpty() || published
                ? Uni.createFrom().item(text)
                : definitions.reviews(definition).map(reviews -> text.map(one -> one.quoting(comments(reviews))));
    }

    private static List<String> comments(List<AchievementDefinitions.Review> reviews) {
        return reviews.isEmpty()
                ? List.of()
                : reviews.get(reviews.size() - 1).comments().stream()
                        .map(one -> one.pointer().isEmpty() ? one.text() : one.pointer() + ": " + one.text())
                        .toList();
    }
}
