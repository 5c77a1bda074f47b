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
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.access.oidc.ProviderLinks;
import org.laurel.access.passkey.Passkeys;
import org.laurel.access.people.Account;
import org.laurel.access.people.Names;
import org.laurel.access.session.BrowserSessions;
import org.laurel.access.session.Sessions;
import org.laurel.access.session.Visitors;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;

/** One's own page: who one is, which roles one has, where one is signed in, and by what else than a password. */
@Path("/console")
@Produces(MediaType.TEXT_HTML)
class ConsoleResource {
    private static final Set<String> DONE =
            Set.of("accepted", "ended", "others", "passkey", "renamed", "removed", "unlinked");

    private final Visitors visitors;
    private final Sessions sessions;
    private final BrowserSessions browsers;
    private final Passkeys passkeys;
    private final ProviderLinks links;
    private final RoleReader roles;
    private final ToldPages told;
    private final Template template;
    private final BaseUrl base;

    ConsoleResource(
            Visitors visitors,
            Sessions sessions,
            BrowserSessions browsers,
            Passkeys passkeys,
            ProviderLinks links,
            RoleReader roles,
            ToldPages told,
            @Location("web/console.html") Template template,
            BaseUrl base) {
        this.visitors = visitors;
        this.sessions = sessions;
        this.browsers = browsers;
        this.passkeys = passkeys;
        this.links = links;
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
        return Uni.combine()
                .all()
                .unis(
                        roles.read(account, words),
                        open(account, visit),
                        passkeys.of(account.number()),
                        links.of(account.number()))
                .usingConcurrencyOf(1)
                .asTuple()
                .map(read -> template.data("console", words.texts("console."))
                        .data("signedIn", true)
                        .data("name", account.name())
                        .data("addresses", account.addresses())
                        .data("roles", read.getItem1())
                        .data("sessions", read.getItem2())
                        .data("others", isElsewhere(read.getItem2()))
                        .data(
                                "passkeys",
                                read.getItem3().stream()
                                        .map(one -> ShownPasskey.of(one, words))
                                        .toList())
                        .data(
                                "links",
                                read.getItem4().stream()
                                        .map(one -> ShownProviderLink.of(one, words))
                                        .toList()));
    }

    private Uni<List<ShownSession>> open(Account account, VisitParameters visit) {
        return browsers.current(visit.reading())
                .chain(mine -> sessions.of(account.number()).map(all -> all.stream()
                        .map(one -> ShownSession.of(one, mine.orElse(""), visit.words()))
                        .toList()));
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

    @POST
    @Path("/passkeys/{passkey}/rename")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> rename(
            @PathParam("passkey") String passkey, @RestForm @Nullable String name, @BeanParam VisitParameters visit) {
        return changing(
                visit,
                account -> name == null || !Names.isName(name)
                        ? Uni.createFrom().item("")
                        : passkeys.rename(account, passkey, name.strip()).map(renamed -> "?done=renamed"));
    }

    @POST
    @Path("/passkeys/{passkey}/remove")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> remove(@PathParam("passkey") String passkey, @BeanParam VisitParameters visit) {
        return changing(visit, account -> passkeys.remove(account, passkey).map(removed -> "?done=removed"));
    }

    @POST
    @Path("/providers/{link}/remove")
    @Consumes(MediaType.WILDCARD)
    @Operation(hidden = true)
    public Uni<Response> unlink(@PathParam("link") String link, @BeanParam VisitParameters visit) {
        return changing(visit, account -> links.remove(account, link).map(removed -> "?done=unlinked"));
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
