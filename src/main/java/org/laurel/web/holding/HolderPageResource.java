package org.laurel.web.holding;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.holding.BadgeKeys;
import org.laurel.holding.BadgeNames;
import org.laurel.holding.Holdings;
import org.laurel.holding.ShareLink;
import org.laurel.issuing.showing.Access;
import org.laurel.issuing.showing.ShownEvidence;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;
import org.laurel.web.console.ToldPages;
import org.laurel.web.console.VisitParameters;
import org.laurel.web.holding.HolderAccess.Managed;
import org.laurel.web.holding.HolderPages.Told;

/** Where a holder manages one badge. Looking changes nothing: mail programs open links, too. */
@Path("/credentials/{credential}/manage")
@Produces(MediaType.TEXT_HTML)
class HolderPageResource {
    private static final Set<String> DONE = Set.of("visibility", "name", "withdrawn", "asked", "evidence");

    private final HolderAccess access;
    private final HolderPages pages;
    private final BadgeKeys keys;
    private final Holdings holdings;
    private final ShownEvidence shownEvidence;
    private final ToldPages told;
    private final BaseUrl base;

    HolderPageResource(
            HolderAccess access,
            HolderPages pages,
            BadgeKeys keys,
            Holdings holdings,
            ShownEvidence shownEvidence,
            ToldPages told,
            BaseUrl base) {
        this.access = access;
        this.pages = pages;
        this.keys = keys;
        this.holdings = holdings;
        this.shownEvidence = shownEvidence;
        this.told = told;
        this.base = base;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(
            @PathParam("credential") String credential,
            @QueryParam("token") @Nullable String token,
            @QueryParam("done") @Nullable String done,
            @BeanParam VisitParameters visit) {
        Wording words = visit.words();
        if (token != null) {
            return keys.isOpen(credential, token)
                    .chain(open -> answer(
                            open ? pages.enter(credential, token, words) : pages.over(credential, words), words));
        }
        return access.of(credential, visit.reading())
                .chain(managed -> managed.isEmpty()
                        ? answer(pages.ask(credential, words), words)
                        : manage(
                                managed.get(),
                                done != null && DONE.contains(done) ? Told.done(done) : Told.NOTHING,
                                words));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> send(@PathParam("credential") String credential, @BeanParam VisitParameters visit) {
        return keys.send(credential).chain(() -> answer(pages.sent(credential, visit.words()), visit.words()));
    }

    @POST
    @Path("/enter")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> enter(
            @PathParam("credential") String credential,
            @RestForm @Nullable String token,
            @BeanParam VisitParameters visit) {
        if (!visit.changing().isFromOurPages(base)) {
            return foreign(visit);
        }
        return keys.enter(credential, Objects.requireNonNullElse(token, ""))
                .chain(session -> session.isEmpty()
                        ? answer(pages.over(credential, visit.words()), visit.words())
                        : Uni.createFrom()
                                .item(Html.leadOn(base.management(credential))
                                        .header("Set-Cookie", access.cookie(credential, session.get()))
                                        .build()));
    }

    @POST
    @Path("/visibility")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> visibility(
            @PathParam("credential") String credential,
            @RestForm @Nullable String visibility,
            @BeanParam VisitParameters visit) {
        boolean hidden = "private".equals(visibility);
        return changing(credential, visit, managed -> holdings.change(
                        managed.badge(), managed.badge().page().hidden(hidden), managed.by())
                .chain(() -> leadOn(credential, "visibility")));
    }

    @POST
    @Path("/name")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> name(
            @PathParam("credential") String credential,
            @RestForm @Nullable String name,
            @BeanParam VisitParameters visit) {
        String tidy = Bounds.oneLine(Objects.requireNonNullElse(name, ""));
        return changing(
                credential,
                visit,
                managed -> BadgeNames.isName(tidy)
                        ? holdings.change(
                                        managed.badge(), managed.badge().page().named(tidy), managed.by())
                                .chain(() -> leadOn(credential, "name"))
                        : manage(managed, Told.fault("name"), visit.words()));
    }

    @POST
    @Path("/links")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> share(
            @PathParam("credential") String credential,
            @RestForm @Nullable String days,
            @BeanParam VisitParameters visit) {
        int wanted = days != null && days.matches("[0-9]{1,3}") ? Integer.parseInt(days) : 0;
        return changing(
                credential,
                visit,
                managed -> wanted < 1 || wanted > ShareLink.MOST_DAYS
                        ? manage(managed, Told.fault("days"), visit.words())
                        : holdings.share(managed.badge(), wanted, managed.by())
                                .map(made -> new Told(200, "", "", base.shared(made.token())))
                                .onFailure(HolderPageResource::isTooMany)
                                .recoverWithItem(Told.fault("many"))
                                .chain(shown -> manage(managed, shown, visit.words())));
    }

    private static boolean isTooMany(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.CONFLICT;
    }

    @POST
    @Path("/links/{link}/withdraw")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> withdraw(
            @PathParam("credential") String credential,
            @PathParam("link") String link,
            @BeanParam VisitParameters visit) {
        return changing(credential, visit, managed -> holdings.withdraw(managed.badge(), link, managed.by())
                .chain(() -> leadOn(credential, "withdrawn")));
    }

    @POST
    @Path("/evidence/{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> evidence(
            @PathParam("credential") String credential,
            @PathParam("id") String id,
            @RestForm @Nullable String access,
            @BeanParam VisitParameters visit) {
        Access wished = "open".equals(access) ? Access.OPEN : Access.CLOSED;
        return changing(credential, visit, managed -> shownEvidence
                .change(managed.badge().named(), id, wished, managed.by())
                .chain(() -> leadOn(credential, "evidence")));
    }

    @POST
    @Path("/erasure")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> erasure(@PathParam("credential") String credential, @BeanParam VisitParameters visit) {
        return changing(credential, visit, managed -> holdings.askErasure(managed.badge(), managed.by())
                .chain(() -> leadOn(credential, "asked")));
    }

    private Uni<Response> changing(String credential, VisitParameters visit, Function<Managed, Uni<Response>> change) {
        if (!visit.changing().isFromOurPages(base)) {
            return foreign(visit);
        }
        return access.of(credential, visit.changing())
                .chain(managed -> managed.isEmpty()
                        ? answer(pages.over(credential, visit.words()), visit.words())
                        : change.apply(managed.get()));
    }

    private Uni<Response> manage(Managed managed, Told what, Wording words) {
        return pages.manage(managed.badge(), what, words).chain(shown -> answer(shown, words));
    }

    private static Uni<Response> answer(HolderPages.Shown shown, Wording words) {
        return Html.personal(Response.status(shown.status()), shown.page(), words);
    }

    private Uni<Response> leadOn(String credential, String done) {
        return Uni.createFrom()
                .item(Html.leadOn(base.management(credential) + "?done=" + done).build());
    }

    private Uni<Response> foreign(VisitParameters visit) {
        return Html.personal(Response.status(403), told.of("foreign", visit.words()), visit.words());
    }
}
