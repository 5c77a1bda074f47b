package org.laurel.web.console;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.access.people.Account;
import org.laurel.access.people.AccountLink;
import org.laurel.access.people.AccountLinks;
import org.laurel.access.session.Visitors;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;

/** Where a link leads that lets somebody in: what it is for, and a form to use it. Looking at it does not use it. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class WelcomePageResource {
    private final AccountLinks links;
    private final LinkReader reader;
    private final Visitors visitors;
    private final Arrivals arrivals;
    private final ToldPages told;
    private final Template template;
    private final BaseUrl base;

    WelcomePageResource(
            AccountLinks links,
            LinkReader reader,
            Visitors visitors,
            Arrivals arrivals,
            ToldPages told,
            @Location("web/welcome.html") Template template,
            BaseUrl base) {
        this.links = links;
        this.reader = reader;
        this.visitors = visitors;
        this.arrivals = arrivals;
        this.told = told;
        this.template = template;
        this.base = base;
    }

    /** The link at hand, who looks at it, and what it is for. */
    private record Held(String token, Optional<Account> visitor, ShownLink shown) {}

    @GET
    @Path("welcome")
    @Operation(hidden = true)
    public Uni<Response> get(@QueryParam("token") @Nullable String token, @BeanParam VisitParameters visit) {
        String asked = Objects.requireNonNullElse(token, "");
        return visitors.of(visit.reading())
                .chain(visitor -> held(asked, visitor, visit.words()))
                .chain(held -> held.isEmpty()
                        ? ended(asked, visit.words())
                        : page(Response.ok(), held.get(), Filled.NOTHING, visit.words()));
    }

    @POST
    @Path("welcome")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> post(
            @RestForm @Nullable String token,
            @RestForm @Nullable String name,
            @RestForm @Nullable String password,
            @BeanParam VisitParameters visit) {
        if (!visit.changing().isFromOurPages(base)) {
            return tell(403, "foreign", visit.words());
        }
        String asked = Objects.requireNonNullElse(token, "");
        return visitors.of(visit.changing())
                .chain(visitor -> held(asked, visitor, visit.words()))
                .chain(held -> held.isEmpty()
                        ? ended(asked, visit.words())
                        : use(held.get(), Arrivals.Entered.of(name, password), visit));
    }

    private Uni<Optional<Held>> held(String token, Optional<Account> visitor, Wording words) {
        return links.find(token)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : reader.read(found.get(), visitor, words)
                                .map(shown -> Optional.of(new Held(token, visitor, shown))));
    }

    private Uni<Response> use(Held held, Arrivals.Entered entered, VisitParameters visit) {
        Map<String, String> faults = arrivals.faults(held.shown(), entered, visit.words());
        if (!faults.isEmpty()) {
            return page(Response.status(422), held, new Filled(faults, "", entered.name()), visit.words());
        }
        return arrivals.use(held.token(), held.shown().way(), entered, held.visitor(), visit)
                .map(arrival -> arrival.cookie()
                        .map(cookie -> Html.leadOn(base.text() + arrival.path()).header("Set-Cookie", cookie))
                        .orElseGet(() -> Html.leadOn(base.text() + arrival.path()))
                        .build())
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> refused((ProblemException) failure, held, entered, visit.words()));
    }

    private Uni<Response> refused(ProblemException problem, Held held, Arrivals.Entered entered, Wording words) {
        return switch (problem.type()) {
            case INVALID ->
                page( // all else was looked at before: it is one's own name or address
                        Response.status(422),
                        held,
                        new Filled(Map.of("password", words.text("welcome.password.known")), "", entered.name()),
                        words);
            case TOO_MANY_REQUESTS ->
                page(
                        Response.status(429).header("Retry-After", Waits.seconds(problem)),
                        held,
                        new Filled(Map.of(), Waits.told(problem, words), entered.name()),
                        words);
            case NOT_FOUND, CONFLICT -> ended(held.token(), words);
            default -> Uni.createFrom().failure(problem);
        };
    }

    /** Why the link does not work, and what to do. */
    private Uni<Response> ended(String token, Wording words) {
        return links.end(token)
                .chain(end -> tell(
                        end.isPresent() ? 410 : 404,
                        "link." + end.map(AccountLink.End::name).orElse("none").toLowerCase(Locale.ROOT),
                        words));
    }

    private Uni<Response> tell(int status, String what, Wording words) {
        return Html.personal(Response.status(status), told.of(what, words), words);
    }

    /** What the form shows of what was entered, and what is wrong with it. */
    private record Filled(Map<String, String> faults, String message, String name) {
        static final Filled NOTHING = new Filled(Map.of(), "", "");
    }

    private Uni<Response> page(Response.ResponseBuilder start, Held held, Filled filled, Wording words) {
        return Html.personal(
                start,
                template.data("welcome", words.texts("welcome."))
                        .data("signin", words.texts("signin."))
                        .data("link", held.shown())
                        .data("token", held.token())
                        .data("faults", filled.faults())
                        .data("message", filled.message())
                        .data("name", filled.name()),
                words);
    }
}
