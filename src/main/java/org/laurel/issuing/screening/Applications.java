package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.Alongside;
import org.laurel.shared.store.Page;
import org.laurel.shared.store.PageRequest;

/** The collection of applications to issue. */
interface Applications {

    /** By public id. */
    Uni<Optional<Application>> find(String id);

    /** Newest first: one applicant's, or everybody's that were handed in at least once, in one state only when given. */
    Uni<Page<Application>> list(Wanted wanted, PageRequest page);

    /** Makes a draft. */
    Uni<Application> create(long account, Fresh fresh, Alongside<Application> alongside);

    /** Keeps what was written; empty when somebody else saved since it was read. */
    Uni<Optional<Application>> save(Application read, ApplicationContent content, String by);

    /** Every save, newest first, at most 200. */
    Uni<List<Application.Save>> saves(Application application);

    /** Hands it in, to be scored by this edition of the rubric; 409 when it is elsewhere by now. */
    Uni<Application> submit(Application read, int rubricEdition, String by);

    /** Takes it back; likewise. */
    Uni<Application> withdraw(Application read, String by);

    /**
     * Decides, in the caller's transaction: exactly one decision on a round wins, every other is a 409 problem.
     *
     * @param issuer the number of the organisation that was let in; null otherwise
     */
    Uni<Void> decide(
            Mutiny.StatelessSession session, Application read, Application.Decision decision, @Nullable Integer issuer);

    /** The thread, oldest first, at most 500. */
    Uni<List<Application.Message>> messages(Application application);

    /** Adds to it. */
    Uni<Application.Message> say(Application application, String author, boolean byScreener, String text);

    /** Whose and where. */
    record Wanted(Optional<Long> account, Optional<ApplicationState> state) {}

    /** What a draft begins with. */
    record Fresh(ApplicationContent content, @Nullable Integer renews, String by) {}
}
