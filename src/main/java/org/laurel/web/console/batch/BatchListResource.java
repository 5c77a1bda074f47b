package org.laurel.web.console.batch;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scope;
import org.laurel.issuing.batch.BatchDoor;
import org.laurel.issuing.batch.BatchView;
import org.laurel.shared.door.Paging;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.Page;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;
import org.laurel.web.console.VisitParameters;

/** The list of an organisation's batches, and the form that a file is handed in with; {@link BatchFormRoute} takes it. */
@Path("/console/issuers/{issuer}/batches")
@Produces(MediaType.TEXT_HTML)
class BatchListResource {
    private static final String LIMIT = "20";

    private final Clerks clerks;
    private final BatchDoor door;
    private final NewBatchForm form;
    private final Template template;
    private final BaseUrl base;
    private final Clock clock;

    BatchListResource(
            Clerks clerks,
            BatchDoor door,
            NewBatchForm form,
            @Location("web/batches.html") Template template,
            BaseUrl base,
            Clock clock) {
        this.clerks = clerks;
        this.door = door;
        this.form = form;
        this.template = template;
        this.base = base;
        this.clock = clock;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> list(
            @PathParam("issuer") String issuer,
            @QueryParam("cursor") @Nullable String cursor,
            @BeanParam VisitParameters visit) {
        Clerks.Visit coming = visit(visit, issuer, "");
        return clerks.at(coming, Scope.AWARD_READ, issuer, admitted -> door.list(
                                admitted.issuer(), Paging.request(LIMIT, cursor))
                        .map(page -> Turn.page(
                                200,
                                template.data("bulk", visit.words().texts("bulk."))
                                        .data("signedIn", true)
                                        .data("issuer", admitted.issuer())
                                        .data(
                                                "may",
                                                admitted.issuer().hindrance().isEmpty())
                                        .data("batches", shown(page, visit.words()))
                                        .data("first", cursor == null)
                                        .data(
                                                "next",
                                                page.next().isPresent()
                                                        ? Paging.cursor(
                                                                page.next().getAsLong())
                                                        : ""))))
                .chain(turn -> answered(turn, visit.words()));
    }

    private List<ShownBatch> shown(Page<BatchView> page, Wording words) {
        return page.items().stream()
                .map(batch -> new ShownBatch(batch, words, clock))
                .toList();
    }

    @GET
    @Path("/new")
    @Operation(hidden = true)
    public Uni<Response> form(@PathParam("issuer") String issuer, @BeanParam VisitParameters visit) {
        return clerks.at(visit(visit, issuer, "/new"), Scope.AWARD_CREATE, issuer, admitted -> form.of(
                                admitted.issuer(),
                                NewBatchForm.Chosen.NOTHING,
                                NewBatchForm.Refusal.NONE,
                                visit.words())
                        .map(page -> Turn.page(200, page)))
                .chain(turn -> answered(turn, visit.words()));
    }

    private static Clerks.Visit visit(VisitParameters visit, String issuer, String rest) {
        return new Clerks.Visit(visit.reading(), visit.words(), "/console/issuers/" + issuer + "/batches" + rest);
    }

    private Uni<Response> answered(Turn turn, Wording words) {
        return turn.page() == null
                ? Uni.createFrom().item(Html.leadOn(base.text() + turn.path()).build())
                : Html.personal(Response.status(turn.status()), turn.page(), words);
    }
}
