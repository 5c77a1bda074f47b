package org.laurel.web.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
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
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.Account;
import org.laurel.access.session.BrowserSessions;
import org.laurel.access.session.Sessions;
import org.laurel.access.session.Visitors;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;

/** One's own page: who one is, which roles one has, and where one is signed in. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
class ConsoleResource {
    private static final Set<String> DONE = Set.of("accepted", "ended", "others");

    private final Visitors visitors;
    private final Sessions sessions;
    private final BrowserSessions browsers;
    private final RoleReader roles;
    private final ToldPages told;
    private final Template template;
    private final BaseUrl base;

    ConsoleResource(
            Visitors visitors,
            Sessions sessions,
            BrowserSessions browsers,
            RoleReader roles,
            ToldPages told,
            @Location("web/console.html") Template template,
            BaseUrl base) {
        this.visitors = visitors;
        this.sessions = sessions;
        this.browsers = browsers;
        this.roles = roles;
        this.told = told;
        this.template = template;
        this.base = base;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(@QueryParam("done") @Nullable String done, @BeanParam VisitParameters visit) {
        Wording words = visit.words();
        return visitors.of(visit.reading())
                .chain(visitor -> visitor.isEmpty()
                        ? signInFirst()
                        : filled(visitor.get(), visit)
                                .chain(page -> Html.personal(
                                        Response.ok(),
                                        page.data(
                                                "done",
                                                done != null && DONE.contains(done)
                                                        ? words.text("console.done." + done)
                                                        : ""),
                                        words)));
    }

    private Uni<TemplateInstance> filled(Account account, VisitParameters visit) {
        Wording words = visit.words();
        return roles.read(account, words).chain(shown -> browsers.current(visit.reading())
                .chain(mine -> sessions.of(account.number()).map(all -> all.stream()
                        .map(one -> ShownSession.of(one, mine.orElse(""), words))
                        .toList()))
                .map(open -> template.data("console", words.texts("console."))
                        .data("name", account.name())
                        .data("addresses", account.addresses())
                        .data("roles", shown)
                        .data("sessions", open)
                        .data("others", isElsewhere(open))));
    }

    private static boolean isElsewhere(List<ShownSession> open) {
        return open.stream().anyMatch(one -> !one.here());
    }

    @POST
    @Path("/sessions/{session}/end")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> end(@PathParam("session") String session, @BeanParam VisitParameters visit) {
        return changing(
                visit, account -> sessions.end(account.number(), session).map(ended -> "?done=ended"));
    }

    @POST
    @Path("/sessions/end-others")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> endOthers(@BeanParam VisitParameters visit) {
        return changing(visit, account -> browsers.current(visit.changing())
                .chain(mine -> sessions.endOthers(account.number(), mine))
                .map(ended -> "?done=others"));
    }

    private Uni<Response> changing(VisitParameters visit, Function<Account, Uni<String>> change) {
        if (!visit.changing().isFromOurPages(base)) {
            return Html.personal(Response.status(403), told.of("foreign", visit.words()), visit.words());
        }
        return visitors.of(visit.changing())
                .chain(visitor -> visitor.isEmpty()
                        ? signInFirst()
                        : change.apply(visitor.get()).map(query -> Html.leadOn(base.text() + LocalPath.HOME + query)
                                .build()));
    }

    private Uni<Response> signInFirst() {
        return Uni.createFrom()
                .item(Html.leadOn(base.text() + "/sign-in?next=" + LocalPath.HOME)
                        .build());
    }
}
