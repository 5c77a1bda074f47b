package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.submission.Evidence;
import org.laurel.issuing.submission.SubmissionFollowers;
import org.laurel.shared.letter.Letter;
import org.laurel.shared.letter.LetterSource;
import org.laurel.shared.letter.LetterText;
import org.laurel.shared.letter.Letters;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.sealing.Person;
import org.laurel.shared.store.Database;
import org.laurel.shared.store.PublicId;

/**
 * Letters to who handed evidence in: that it has come, and that it came back, with what was said of it. Of an award its
 * recipient is told as of every other.
 */
@ApplicationScoped
class EvidenceLetters implements LetterSource, SubmissionFollowers {
    private static final String KIND = "submission.";
    private static final String SUBMITTED = KIND + "submitted";
    private static final String RETURNED = KIND + "returned";

    private final Database database;
    private final Letters letters;
    private final Evidence evidence;
    private final AchievementDefinitions definitions;

    EvidenceLetters(Database database, Letters letters, Evidence evidence, AchievementDefinitions definitions) {
        this.database = database;
        this.letters = letters;
        this.evidence = evidence;
        this.definitions = definitions;
    }

    @Override
    public Uni<Void> submitted(Mutiny.StatelessSession session, Submitted submitted) {
        return write(session, submitted.issuerNo(), submitted.submission(), SUBMITTED, Optional.empty());
    }

    @Override
    public Uni<Void> withdrawn(Mutiny.StatelessSession session, int issuerNo, long submission) {
        return Uni.createFrom().voidItem(); // a letter that still waits is not sent
    }

    /** That it came back; what was said of it lies sealed under the key of the submission until the letter is sent. */
    Uni<Void> returned(Mutiny.StatelessSession session, int issuerNo, long submission, @Nullable String feedback) {
        return write(session, issuerNo, submission, RETURNED, Optional.ofNullable(feedback));
    }

    private Uni<Void> write(
            Mutiny.StatelessSession session, int issuerNo, long submission, String kind, Optional<String> words) {
        return Database.select(
                        session,
                        "select public_id from submission where issuer_no = $1 and id = $2",
                        issuerNo,
                        submission)
                .map(rows -> Letter.about(issuerNo, kind, (String) Objects.requireNonNull(rows.get(0)[0]))
                        .to(new Person(issuerNo, submission)))
                .chain(letter ->
                        letters.add(session, List.of(words.map(letter::holding).orElse(letter))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(SUBMITTED, RETURNED);
    }

    @Override
    public Uni<Optional<LetterText>> text(Letter letter) {
        return database.read(session -> Database.select(
                        session,
                        "select s.id, d.public_id from submission s join achievement d on d.issuer_no = s.issuer_no"
                                + " and d.id = s.achievement_no where s.issuer_no = $1 and s.public_id = $2"
                                + " and 'submission.' || s.state = $3",
                        letter.issuerNo(),
                        letter.subject(),
                        letter.kind()))
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : text(letter, (Long) rows.get(0)[0], (String) Objects.requireNonNull(rows.get(0)[1])));
    }

    private Uni<Optional<LetterText>> text(Letter letter, long submission, String achievement) {
        return definitions
                .find(PublicId.parse(achievement).orElseThrow())
                .map(Optional::orElseThrow)
                .chain(definition ->
                        evidence.earner(letter.issuerNo(), submission).map(earner -> text(letter, definition, earner)))
                .onFailure(ProblemException.class)
                .recoverWithItem(Optional.empty()); // erased meanwhile
    }

    private Optional<LetterText> text(Letter letter, AchievementDefinition definition, Evidence.Earner earner) {
        Map<String, String> facts = new HashMap<>();
        facts.put("achievement", definition.achievement().name());
        return Optional.ofNullable(earner.email()).map(address -> LetterText.of(
                        address, facts, definition.achievement().id())
                .in(Optional.ofNullable(definition.achievement().inLanguage()))
                .quoting(letter.secret().map(List::of).orElse(List.of())));
    }
}
