package org.laurel.web.console.batch;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Caller;
import org.laurel.access.role.Scope;
import org.laurel.issuing.award.Award;
import org.laurel.issuing.batch.BatchDoor;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;
import org.laurel.web.console.VisitParameters;

/** The page of a batch, and what can be done there. Each act leads back to the page; what cannot be done any more says why. */
@Path("/console/batches/{id}")
@Produces(MediaType.TEXT_HTML)
class BatchPageResource {
    private static final Set<String> DONE =
            Set.of("paused", "resumed", "cancelled", "again", "begun", "planned", "undone");

    private final Clerks clerks;
    private final BatchDoor door;
    private final BatchPage page;
    private final BaseUrl base;

    BatchPageResource(Clerks clerks, BatchDoor door, BatchPage page, BaseUrl base) {
        this.clerks = clerks;
        this.door = door;
        this.page = page;
        this.base = base;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(
            @PathParam("id") String id,
            @QueryParam("state") @DefaultValue("") String state,
            @QueryParam("after") @DefaultValue("") String after,
            @QueryParam("done") @DefaultValue("") String done,
            @BeanParam VisitParameters visit) {
        Wording words = visit.words();
        BatchPage.Said said = BatchPage.Said.done(DONE.contains(done) ? words.text("bulk.done." + done) : "");
        Clerks.Visit coming = new Clerks.Visit(visit.reading(), words, "/console/batches/" + id);
        return clerks.with(coming, Scope.AWARD_READ, caller -> page.of(
                                caller, id, BatchPage.Wanted.of(state, after), said, words)
                        .map(made -> Turn.page(200, made)))
                .chain(turn -> answered(turn, words));
    }

    @POST
    @Path("/pause")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> pause(@PathParam("id") String id, @BeanParam VisitParameters visit) {
        return step(id, BatchDoor.Step.PAUSE, "paused", visit);
    }

    @POST
    @Path("/resume")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> resume(@PathParam("id") String id, @BeanParam VisitParameters visit) {
        return step(id, BatchDoor.Step.RESUME, "resumed", visit);
    }

    @POST
    @Path("/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> cancel(@PathParam("id") String id, @BeanParam VisitParameters visit) {
        return step(id, BatchDoor.Step.CANCEL, "cancelled", visit);
    }

    private Uni<Response> step(String id, BatchDoor.Step step, String done, VisitParameters visit) {
        return changing(new Act(id, Scope.AWARD_CREATE, done, Map.of()), visit, caller -> door.step(caller, id, step));
    }

    /** With what each column is for, and how it is to be done. */
    @POST
    @Path("/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> again(
            @PathParam("id") String id, MultivaluedMap<String, String> form, @BeanParam VisitParameters visit) {
        return changing(new Act(id, Scope.AWARD_CREATE, "again", Map.of()), visit, caller -> door.get(caller, id)
                .chain(batch -> door.again(caller, id, new ToldAnew(batch, form)::all)));
    }

    @POST
    @Path("/award")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> award(
            @PathParam("id") String id, @RestForm @Nullable String valid, @BeanParam VisitParameters visit) {
        return changing(
                new Act(id, Scope.AWARD_CREATE, "begun", Map.of()),
                visit,
                caller -> door.award(caller, id, number(valid)));
    }

    @POST
    @Path("/revoke")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> revoke(
            @PathParam("id") String id,
            @RestForm @Nullable String awarded,
            @RestForm @Nullable String reason,
            @BeanParam VisitParameters visit) {
        String why = Objects.requireNonNullElse(reason, "").strip();
        Map<String, String> entered =
                Map.of("reason", why, "awarded", Objects.requireNonNullElse(awarded, ""), "revoke", "open");
        Act act = new Act(id, Scope.AWARD_REVOKE, "planned", entered);
        if (why.isEmpty() || why.length() > Award.LONGEST_REASON) {
            Wording words = visit.words();
            Map<String, String> faults = Map.of("reason", words.text("bulk.reasonMissing"));
            return clerks.with(
                            changing(visit, id),
                            Scope.AWARD_REVOKE,
                            caller -> refused(caller, act, 422, new BatchPage.Said("", "", faults, entered), words))
                    .chain(turn -> answered(turn, words));
        }
        return changing(act, visit, caller -> door.takeBack(caller, id, why, number(awarded)));
    }

    @POST
    @Path("/undo")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> undo(@PathParam("id") String id, @BeanParam VisitParameters visit) {
        return changing(new Act(id, Scope.AWARD_REVOKE, "undone", Map.of()), visit, caller -> door.undo(caller, id));
    }

    /** As people write it, with or without signs between thousands; -1 when it is none. */
    private static int number(@Nullable String text) {
        String digits = Objects.requireNonNullElse(text, "").replaceAll("[\\s.,'’]", "");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
    }

    /**
     * Something that is to be done.
     *
     * @param id with which batch
     * @param scope that it needs
     * @param done what is said when it was
     * @param entered what was entered, which is shown again when it was not
     */
    private record Act(String id, Scope scope, String done, Map<String, String> entered) {}

    private Uni<Response> changing(Act act, VisitParameters visit, Function<Caller, Uni<?>> change) {
        Wording words = visit.words();
        return clerks.with(changing(visit, act.id()), act.scope(), caller -> change.apply(caller)
                        .map(changed -> Turn.to("/console/batches/" + act.id() + "?done=" + act.done()))
                        .onFailure(ProblemException.class)
                        .recoverWithUni(failure -> refused(caller, act, (ProblemException) failure, words)))
                .chain(turn -> answered(turn, words));
    }

    private static Clerks.Visit changing(VisitParameters visit, String id) {
        return new Clerks.Visit(visit.changing(), visit.words(), "/console/batches/" + id);
    }

    /** What cannot be done is said on the page as it is by now. */
    private Uni<Turn> refused(Caller caller, Act act, ProblemException problem, Wording words) {
        return switch (problem.type()) {
            case CONFLICT ->
                problem.violations().stream().anyMatch(fault -> fault.pointer().equals("/awarded"))
                        ? refused(
                                caller,
                                act,
                                409,
                                new BatchPage.Said(
                                        "", "", Map.of("awarded", words.text("bulk.notThatMany")), act.entered()),
                                words)
                        : refused(caller, act, 409, BatchPage.Said.alert(words.text("bulk.stale")), words);
            case INVALID, BAD_PARAMETER, MALFORMED ->
                refused(caller, act, 422, BatchPage.Said.alert(words.text("bulk.columnTwice")), words);
            default -> Uni.createFrom().failure(problem);
        };
    }

    private Uni<Turn> refused(Caller caller, Act act, int status, BatchPage.Said said, Wording words) {
        return page.of(caller, act.id(), BatchPage.Wanted.BEGINNING, said, words)
                .map(made -> Turn.page(status, made));
    }

    private Uni<Response> answered(Turn turn, Wording words) {
        return turn.page() == null
                ? Uni.createFrom().item(Html.leadOn(base.text() + turn.path()).build())
                : Html.personal(Response.status(turn.status()), turn.page(), words);
    }
}
