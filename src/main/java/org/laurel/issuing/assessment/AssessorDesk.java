package org.laurel.issuing.assessment;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.access.caller.Caller;
import org.laurel.access.caller.CurrentCaller;
import org.laurel.issuing.assessment.Assessments.Assessor;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;
import org.laurel.shared.work.OneByOne;

/** Finds assessments on behalf of an assessor: those of organisations where they assess. */
@ApplicationScoped
public class AssessorDesk {
    private final Assessments assessments;
    private final CurrentCaller current;
    private final List<AssessmentFollowers> followers;

    AssessorDesk(Assessments assessments, CurrentCaller current, @All List<AssessmentFollowers> followers) {
        this.assessments = assessments;
        this.current = current;
        this.followers = List.copyOf(followers);
    }

    /** What there is beside the queue itself. */
    Uni<Beside> beside() {
        Assessor assessor = assessor();
        Set<Integer> issuers = issuers();
        return OneByOne.all(followers, one -> one.awaited(assessor, issuers)).chain(awaited -> assessments
                .workload(assessor, issuers)
                .map(workload ->
                        new Beside(awaited.stream().flatMap(List::stream).toList(), workload)));
    }

    /**
     * What there is beside the queue itself.
     *
     * @param awaited what is to be done before there is more in it
     * @param workload how much there is
     */
    record Beside(List<AssessmentFollowers.Awaited> awaited, Assessments.Workload workload) {}

    /** Who assesses; a 403 problem for programs. */
    public Assessor assessor() {
        return assessor(current.get());
    }

    /** The same for who calls outside of an operation. */
    static Assessor assessor(Caller caller) {
        return new Assessor(
                caller.account()
                        .orElseThrow(() -> ProblemException.of(
                                ProblemType.FORBIDDEN, "People assess, programs do not: sign in with an account.")),
                caller.name());
    }

    /** The organisations where they do what the operation needs. */
    Set<Integer> issuers() {
        return current.get().issuers().orElse(Set.of());
    }

    /** One that exists for the assessor; a 403 problem when they may not do there what the operation needs. */
    public Uni<Assessment> get(String id) {
        return get(current.get(), id);
    }

    /** The same for who calls outside of an operation. */
    Uni<Assessment> get(Caller caller, String id) {
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(assessments::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(
                        () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such assessment.")));
    }
}
