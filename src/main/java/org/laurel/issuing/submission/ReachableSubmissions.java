package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** Finds submissions on behalf of a caller: an educator's own, and those that a program started for somebody. */
@ApplicationScoped
class ReachableSubmissions {
    private final Submissions submissions;
    private final CurrentCaller current;

    ReachableSubmissions(Submissions submissions, CurrentCaller current) {
        this.submissions = submissions;
        this.current = current;
    }

    Caller caller() {
        return current.get();
    }

    /** Whose a list shows. */
    Submissions.Wanted wanted(Optional<SubmissionState> state, Optional<String> achievement) {
        Caller caller = caller();
        return caller.account().isPresent()
                ? new Submissions.Wanted(
                        Optional.of(caller.account().getAsLong()), Optional.empty(), state, achievement)
                : new Submissions.Wanted(Optional.empty(), Optional.of(caller.name()), state, achievement);
    }

    /** One that exists for the caller. */
    Uni<Submission> get(String id) {
        return get(caller(), id);
    }

    /** The same for who calls outside of an operation. */
    Uni<Submission> get(Caller caller, String id) {
        return PublicId.parse(id)
                .map(submissions::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.filter(one -> owns(caller, one)).orElseThrow(ReachableSubmissions::none));
    }

    private static boolean owns(Caller caller, Submission submission) {
        Long account = submission.owner().account();
        return caller.account().isPresent()
                ? account != null && account == caller.account().getAsLong()
                : caller.name().equals(submission.owner().program());
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such submission.");
    }
}
