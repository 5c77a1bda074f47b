package org.laurel.issuing.assessment;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.util.Objects;
import org.laurel.access.caller.Callers;
import org.laurel.access.role.Scope;
import org.laurel.issuing.submission.Evidence;
import org.laurel.issuing.submission.SendFile;
import org.laurel.issuing.submission.ServedFile;
import org.laurel.shared.door.FrontDoor;
import org.laurel.shared.door.Streams;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.work.Workers;

/** The files of evidence as assessors get them: streams, under neutral names, without what says who made them. */
@ApplicationScoped
class AssessmentFileRoute {
    private static final String FILE = "/api/v1/assessments/:id/files/:file";

    private final Callers callers;
    private final AssessorDesk desk;
    private final Evidence evidence;
    private final SendFile send;
    private final Clock clock;
    private final Workers workers;

    AssessmentFileRoute(
            Callers callers, AssessorDesk desk, Evidence evidence, SendFile send, Clock clock, Workers workers) {
        this.callers = callers;
        this.desk = desk;
        this.evidence = evidence;
        this.send = send;
        this.clock = clock;
        this.workers = workers;
    }

    void open(@Observes Router router) {
        router.get(FILE).order(FrontDoor.BEHIND).handler(this::show);
        router.route(HttpMethod.HEAD, FILE).order(FrontDoor.BEHIND).handler(this::show);
    }

    private void show(RoutingContext context) {
        workers.apart(found(context))
                .subscribe()
                .with(file -> send.send(context, file), failure -> Streams.refuse(context, failure));
    }

    /** For who has a place, and as long as they have it; for others there is none. */
    private Uni<ServedFile> found(RoutingContext context) {
        return callers.asking(context.request(), Scope.ASSESSMENT_READ)
                .chain(caller -> {
                    long account = AssessorDesk.assessor(caller).account();
                    return desk.get(caller, Objects.requireNonNull(context.pathParam("id")))
                            .map(assessment -> assessment
                                    .seatOf(account)
                                    .filter(seat -> seat.holds(clock.instant()))
                                    .map(seat -> assessment)
                                    .orElseThrow(AssessmentFileRoute::none));
                })
                .chain(assessment -> evidence.file(
                        assessment.issuerNo(),
                        assessment.submission(),
                        assessment.round(),
                        Objects.requireNonNull(context.pathParam("file"))))
                .map(found -> found.orElseThrow(AssessmentFileRoute::none));
    }

    private static ProblemException none() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no such file, or the assessment is not yours now.");
    }
}
