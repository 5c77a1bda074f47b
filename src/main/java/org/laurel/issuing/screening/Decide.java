package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.Slug;
import org.laurel.issuing.programme.ScreeningRubric;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/**
 * Decides on applications. Accepting makes the organisation with its DID and keys, its owner, and the programme's signed
 * word for it: all in one transaction, or none of it.
 */
@ApplicationScoped
class Decide {
    private final Screeners screeners;
    private final Scores scores;
    private final LetIn letIn;

    Decide(Screeners screeners, Scores scores, LetIn letIn) {
        this.screeners = screeners;
        this.scores = scores;
        this.letIn = letIn;
    }

    /**
     * What is decided.
     *
     * @param outcome what
     * @param reasons for the applicant
     * @param slug the organisation's name in URLs when it is accepted; the one that it wished when null
     * @param account who decides; empty for the administrator's token
     * @param by how the audit calls them
     */
    record Wanted(
            ApplicationOutcome outcome,
            String reasons,
            @Nullable Slug slug,
            OptionalLong account,
            String by) {}

    /** Decides; gives the organisation that was let in. */
    Uni<Optional<Issuer>> decide(Application application, Wanted wanted) {
        if (!application.state().isWithScreeners()) {
            throw application.not("decide on it");
        }
        Uni<?> free = wanted.account().isPresent()
                ? screeners.free(application, wanted.account().getAsLong())
                : Uni.createFrom().voidItem();
        return free.chain(() -> screeners.rubric(application))
                .chain(rubric -> scores.of(application).chain(there -> {
                    require(application, there, rubric, wanted);
                    Application.Decision decision =
                            new Application.Decision(wanted.outcome(), wanted.reasons(), wanted.by(), letIn.now());
                    return wanted.outcome() == ApplicationOutcome.ACCEPT
                            ? letIn.in(application, decision, slug(application, wanted), rubric.termMonths())
                                    .onFailure(ProblemException.class)
                                    .recoverWithUni(failure -> orDecided(application, failure))
                                    .map(Optional::of)
                            : letIn.out(application, decision).replaceWith(Optional.empty());
                }));
    }

    /** Of decisions at once all but one fail, and some first at what the one has made: what they have to know is that. */
    private <T> Uni<T> orDecided(Application read, Throwable failure) {
        return letIn.now(read)
                .invoke(now -> {
                    if (now.version() != read.version() && !now.state().isWithScreeners()) {
                        throw now.not("decide on it");
                    }
                })
                .chain(() -> Uni.createFrom().failure(failure));
    }

    private static void require(
            Application application, List<Application.Score> there, ScreeningRubric rubric, Wanted wanted) {
        Screeners.Standing standing = Screeners.standing(there, rubric);
        switch (standing.kind()) {
            case WAITS -> throw application.notYet("Two screeners have to score it first; " + there.size() + " did.");
            case DIFFERS ->
                throw application.notYet("The two screeners differ by more than " + rubric.mostDifference()
                        + ": a third scores it and decides.");
            case THIRD -> {
                if (wanted.account().isPresent()
                        && wanted.account().getAsLong() != there.get(2).account()) {
                    throw application.notYet("The two screeners differ, so the third decides.");
                }
            }
            case AGREED -> {}
        }
        if (wanted.outcome() == ApplicationOutcome.ACCEPT && standing.total() < rubric.passMark()) {
            throw application.notYet("The scores come to " + standing.total() + ", and " + rubric.passMark()
                    + " are needed to accept: request changes, or decline.");
        }
    }

    private static @Nullable Slug slug(Application application, Wanted wanted) {
        if (application.organisations().renews() != null) {
            return null;
        }
        Slug slug = wanted.slug();
        if (slug == null && application.content().organisation() != null) {
            slug = application.content().organisation().slug();
        }
        if (slug == null) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation("/slug", "required", "\"slug\" is required: the application wishes none.")));
        }
        return slug;
    }
}
