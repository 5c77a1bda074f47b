package org.laurel.shared.letter;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** The collection of letters. Where no mail server is set, none is written down. */
public interface Letters {

    /** Writes letters down in the caller's transaction: once it is through, each is sent, or told of as one that was not. */
    Uni<Void> add(Mutiny.StatelessSession session, List<Letter> letters);

    /** The same, unless one of its kind about the same waits already: that one will tell what is new, too. */
    Uni<Void> addUnlessWaiting(Mutiny.StatelessSession session, Letter letter);

    /** The same, if one of another kind about the same was sent: who never heard of something need not hear of its end. */
    Uni<Void> addIfTold(Mutiny.StatelessSession session, String told, Letter letter);

    /**
     * The same where that other one was about something else.
     *
     * @param told its kind
     * @param subject what it was about
     */
    Uni<Void> addIfToldOf(Mutiny.StatelessSession session, String told, String subject, Letter letter);

    /** Letters of an organisation, newest first. */
    Uni<Page<PostedLetter>> list(int issuerNo, Filter filter, PageRequest page);

    /** Which letters: in this state, about this subject. */
    record Filter(Optional<LetterState> state, Optional<String> subject) {

        /** Reads query parameters; a 400 problem when there is no such state. */
        public static Filter of(@Nullable String state, @Nullable String subject) {
            Optional<LetterState> known = Optional.ofNullable(state).flatMap(LetterState::of);
            if (state != null && known.isEmpty()) {
                throw ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        List.of(new Violation(
                                "?state", "invalid", "state: expected waiting, sent, refused, failed or dropped.")));
            }
            return new Filter(known, Optional.ofNullable(subject));
        }
    }
}
