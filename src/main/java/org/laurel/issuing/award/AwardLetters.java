package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.PublicId;

/** Letters to recipients: about a badge, its end before its time, and its end. What is not so any more is not told. */
@ApplicationScoped
class AwardLetters implements LetterSource {
    static final String AWARDED = "credential.awarded";
    static final String REVOKED = "credential.revoked";
    private static final String EXPIRING = "credential.expiring";
    private static final Duration BEFORE_THE_END = Duration.ofDays(30);

    private final Awards awards;
    private final AchievementDefinitions definitions;
    private final BaseUrl base;
    private final Clock clock;

    AwardLetters(Awards awards, AchievementDefinitions definitions, BaseUrl base, Clock clock) {
        this.awards = awards;
        this.definitions = definitions;
        this.base = base;
        this.clock = clock;
    }

    /**
     * Those that new awards ask for.
     *
     * @param bulk whether they let others go first
     */
    static List<Letter> of(List<NewAward> made, boolean bulk) {
        return made.stream()
                .filter(one -> one.award().request().tells())
                .flatMap(one -> about(one.made("")).stream())
                .map(letter -> letter.inBulk(bulk))
                .toList();
    }

    /** Those that tell of one award. */
    static List<Letter> about(Award made) {
        return Stream.concat(Stream.of(letter(made, AWARDED)), reminder(made).stream())
                .toList();
    }

    private static Letter letter(Award made, String kind) {
        return Letter.about(made.issuerNo(), kind, made.id())
                .to(new Person(made.issuerNo(), made.recipient().number()));
    }

    /** A month before the badge's end, when it lasts longer than that. */
    private static Optional<Letter> reminder(Award made) {
        return Optional.ofNullable(made.validUntil())
                .map(until -> until.minus(BEFORE_THE_END))
                .filter(day -> day.isAfter(made.issuedAt().plus(BEFORE_THE_END)))
                .map(letter(made, EXPIRING)::notBefore);
    }

    @Override
    public Set<String> kinds() {
        return Set.of(AWARDED, REVOKED, EXPIRING);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        return awards.find(PublicId.parse(letter.subject()).orElseThrow())
                .map(found -> found.filter(award -> holds(letter.kind(), award)))
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : definitions
                                .find(found.get().achievementId())
                                .map(definition -> text(letter.kind(), found.get(), definition.orElseThrow())));
    }

    private boolean holds(String kind, Award award) {
        return switch (kind) {
            case REVOKED -> award.state() == AwardState.REVOKED;
            case EXPIRING -> inForce(award) && award.succession().replacedBy() == null;
            default -> inForce(award);
        };
    }

    private boolean inForce(Award award) {
        Instant until = award.validUntil();
        return award.state() == AwardState.ISSUED && (until == null || until.isAfter(clock.instant()));
    }

    private Optional<LetterText> text(String kind, Award award, AchievementDefinition definition) {
        String reason = kind.equals(REVOKED) ? award.reason() : null;
        return Optional.ofNullable(award.recipient().identity().email())
                .map(address -> LetterText.of(address, facts(award, definition), base.credential(award.credentialId()))
                        .in(Optional.ofNullable(definition.achievement().inLanguage()))
                        .until(Optional.ofNullable(award.validUntil()))
                        .quoting(quoted(reason)));
    }

    /** With the link of the badge whose place it takes, under the name of how it does. */
    private Map<String, String> facts(Award award, AchievementDefinition definition) {
        Map<String, String> facts = new HashMap<>();
        facts.put("achievement", definition.achievement().name());
        Succession.Link before = award.succession().replaces();
        if (before != null) {
            facts.put(before.kind().done(), base.credential(before.credentialId()));
        }
        return facts;
    }

    private static List<String> quoted(@Nullable String words) {
        return words == null ? List.of() : List.of(words);
    }
}
