package org.laurel.web.console.batch;

import io.smallrye.mutiny.Uni;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.jboss.logging.Logger;
import org.laurel.access.caller.Presented;
import org.laurel.access.role.Scope;
import org.laurel.issuing.batch.Reception;
import org.laurel.shared.door.FrontDoor;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;

/**
 * {@code POST /console/issuers/{issuer}/batches}: a form with a file streams in. A route of its own, as the API has one, because
 * the body limit of the rest is far smaller. Nothing is read before it is known who sends it, and from which page.
 */
@ApplicationScoped
class BatchFormRoute {
    private static final Logger LOG = Logger.getLogger(BatchFormRoute.class);
    /** So much is read and thrown away before somebody is refused: browsers show no answer to what they could not send. */
    private static final long PATIENCE = 64L << 20;

    private final Clerks clerks;
    private final Reception reception;
    private final NewBatchForm form;
    private final Workers workers;
    private final BaseUrl base;

    BatchFormRoute(Clerks clerks, Reception reception, NewBatchForm form, Workers workers, BaseUrl base) {
        this.clerks = clerks;
        this.reception = reception;
        this.form = form;
        this.workers = workers;
        this.base = base;
    }

    void open(@Observes Router router) {
        router.post("/console/issuers/:issuer/batches").order(FrontDoor.BEHIND).handler(this::accept);
    }

    private void accept(RoutingContext context) {
        HttpServerRequest request = context.request();
        request.pause(); // until it is known who comes, and there is a file to write to
        String issuer = Objects.requireNonNull(context.pathParam("issuer"));
        Clerks.Visit visit = new Clerks.Visit(
                Presented.of("POST", request::getHeader),
                Wording.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)),
                "/console/issuers/" + issuer + "/batches/new");
        workers.apart(clerks.at(visit, Scope.AWARD_CREATE, issuer, admitted -> receive(request, admitted, visit))
                        .onFailure()
                        .recoverWithItem(failure -> broken(failure, visit)))
                .subscribe()
                .with(turn -> answer(context, turn, visit.words()), failure -> {
                    LOG.errorf(failure, "a form with a batch cannot be answered");
                    context.fail(failure);
                });
    }

    private Uni<Turn> receive(HttpServerRequest request, Clerks.Admitted admitted, Clerks.Visit visit) {
        if (admitted.issuer().hindrance().isPresent()) {
            return refused(request, admitted, visit, new Refused(409, "bulk.mayNot", ""));
        }
        return workers.comeBack(reception.look(
                        request, admitted.issuer(), admitted.caller().name()))
                .map(batch -> Turn.to("/console/batches/" + batch.id()))
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> refused(request, admitted, visit, Refused.of((ProblemException) failure)));
    }

    /**
     * Why a file was not taken.
     *
     * @param status the HTTP status
     * @param key of the sentence
     * @param row in which the fault is; empty when in none
     */
    private record Refused(int status, String key, String row, String detail) {
        Refused(int status, String key, String detail) {
            this(status, key, "", detail);
        }

        static Refused of(ProblemException problem) {
            Violation fault = problem.violations().stream().findFirst().orElse(null);
            int status = problem.type().status();
            return switch (problem.type()) {
                case TOO_MANY_REQUESTS -> new Refused(status, "bulk.busy", problem.detail());
                case STILL_RUNNING -> new Refused(status, "bulk.stillRunning", problem.detail());
                case TOO_LARGE ->
                    new Refused(
                            status,
                            fault == null ? "bulk.file.too-large" : "bulk.file." + fault.code(),
                            problem.detail());
                default ->
                    fault == null
                            ? new Refused(status, "bulk.file.unreadable", problem.detail())
                            : new Refused(
                                    status,
                                    "bulk.file." + fault.code(),
                                    fault.pointer().replaceAll("\\D", ""),
                                    fault.detail());
            };
        }
    }

    private Uni<Turn> refused(
            HttpServerRequest request, Clerks.Admitted admitted, Clerks.Visit visit, Refused refused) {
        Wording words = visit.words();
        boolean known = !words.text(refused.key()).equals(refused.key());
        String fault = known ? words.text(refused.key(), refused.row()) : refused.detail();
        MultiMap fields = request.formAttributes();
        return form.of(
                        admitted.issuer(),
                        NewBatchForm.Chosen.of(fields::get),
                        new NewBatchForm.Refusal(fault, known ? "" : Wording.ENGLISH.language()),
                        words)
                .map(page -> Turn.page(refused.status(), page));
    }

    private Turn broken(Throwable failure, Clerks.Visit visit) {
        if (failure instanceof ProblemException problem && problem.type() == ProblemType.NOT_FOUND) {
            return clerks.tell(404, "nowhere", visit.words());
        }
        LOG.errorf(failure, "a batch cannot be received by form");
        return clerks.tell(500, "broken", visit.words());
    }

    private void answer(RoutingContext context, Turn turn, Wording words) {
        HttpServerRequest request = context.request();
        if (request.isEnded()) {
            send(context, turn, words);
        } else if (length(request) <= PATIENCE) {
            request.handler(thrownAway -> {});
            request.exceptionHandler(failure -> LOG.debugf(failure, "a form that was refused broke off"));
            request.endHandler(end -> send(context, turn, words));
            request.resume();
        } else {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            send(context, turn, words);
        }
    }

    /** How much is announced; what is announced by nobody may be anything. */
    private static long length(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : Long.MAX_VALUE;
    }

    private void send(RoutingContext context, Turn turn, Wording words) {
        if (turn.page() == null) {
            Html.leadOn(context, base.text() + turn.path());
            return;
        }
        Html.personal(context, turn.status(), turn.page(), words).subscribe().with(sent -> {}, failure -> {
            LOG.errorf(failure, "a page cannot be sent");
            context.fail(failure);
        });
    }
}
