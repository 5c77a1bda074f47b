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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.laurel.access.oidc.ProviderDoor;
import org.laurel.access.people.EmailAddress;
import org.laurel.access.session.BrowserSessions;
import org.laurel.access.session.SignIn;
import org.laurel.access.session.Visitors;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;

/** Signing in by form; programs do it with JSON at the same address. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignInPageResource {
    private final SignIn signIn;
    private final BrowserSessions browsers;
    private final Visitors visitors;
    private final ProviderDoor provider;
    private final Template template;
    private final BaseUrl base;

    SignInPageResource(
            SignIn signIn,
            BrowserSessions browsers,
            Visitors visitors,
            ProviderDoor provider,
            @Location("web/sign-in.html") Template template,
            BaseUrl base) {
        this.signIn = signIn;
        this.browsers = browsers;
        this.visitors = visitors;
        this.provider = provider;
        this.template = template;
        this.base = base;
    }

    /** What was entered; the password is not shown again. */
    private record Entered(String email, String password, String next) {
        static Entered of(@Nullable String email, @Nullable String password, @Nullable String next) {
            return new Entered(
                    Objects.requireNonNullElse(email, "").strip(),
                    Objects.requireNonNullElse(password, ""),
                    LocalPath.of(next));
        }
    }

    @GET
    @Path("sign-in")
    @Operation(hidden = true)
    public Uni<Response> get(
            @QueryParam("next") @Nullable String next,
            @QueryParam("done") @Nullable String done,
            @BeanParam VisitParameters visit) {
        Entered nothing = Entered.of(null, null, next);
        Shown shown = new Shown(Map.of(), "", "accepted".equals(done) ? "done.accepted" : "");
        return visitors.of(visit.reading())
                .chain(visitor -> visitor.isPresent()
                        ? Uni.createFrom()
                                .item(Html.leadOn(base.text() + nothing.next()).build())
                        : page(Response.ok(), shown, nothing, visit.words()));
    }

    @POST
    @Path("sign-in")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> post(
            @RestForm @Nullable String email,
            @RestForm @Nullable String password,
            @RestForm @Nullable String next,
            @BeanParam VisitParameters visit) {
        Wording words = visit.words();
        Entered entered = Entered.of(email, password, next);
        if (!visit.changing().isFromOurPages(base)) { // else a page elsewhere signs its visitor in as somebody else
            return page(Response.status(403), Shown.message(words.text("signin.foreign")), entered, words);
        }
        Map<String, String> faults = faults(entered, words);
        return faults.isEmpty()
                ? enter(entered, visit)
                : page(Response.status(422), new Shown(faults, "", ""), entered, words);
    }

    private Uni<Response> enter(Entered entered, VisitParameters visit) {
        return signIn.with(new EmailAddress(entered.email()), entered.password())
                .chain(account -> browsers.begin(account, visit.agent(), visit.changing()))
                .map(cookie -> Html.leadOn(base.text() + entered.next())
                        .header("Set-Cookie", cookie)
                        .build())
                .onFailure(ProblemException.class)
                .recoverWithUni(failure -> refused((ProblemException) failure, entered, visit.words()));
    }

    private Uni<Response> refused(ProblemException problem, Entered entered, Wording words) {
        return switch (problem.type()) {
            case UNAUTHENTICATED ->
                page(
                        Response.status(401).header("WWW-Authenticate", "Bearer realm=\"laurel\""),
                        Shown.message(words.text("signin.wrong")),
                        entered,
                        words);
            case TOO_MANY_REQUESTS ->
                page(
                        Response.status(429).header("Retry-After", Waits.seconds(problem)),
                        Shown.message(Waits.told(problem, words)),
                        entered,
                        words);
            default -> Uni.createFrom().failure(problem);
        };
    }

    private static Map<String, String> faults(Entered entered, Wording words) {
        Faults faults = new Faults(words);
        if (entered.email().isEmpty()) {
            faults.add("email", "signin.emailMissing");
        } else {
            try {
                new EmailAddress(entered.email());
            } catch (IllegalArgumentException e) {
                faults.add("email", "signin.emailWrong");
            }
        }
        if (entered.password().isEmpty()) {
            faults.add("password", "signin.passwordMissing");
        }
        return faults.byField();
    }

    /**
     * What the page tells.
     *
     * @param faults of the fields, by their names
     * @param message of the whole form
     * @param done the entry of the bundle that says what was done before
     */
    private record Shown(Map<String, String> faults, String message, String done) {
        static Shown message(String message) {
            return new Shown(Map.of(), message, "");
        }
    }

    private Uni<Response> page(Response.ResponseBuilder start, Shown shown, Entered entered, Wording words) {
        return Html.personal(
                start,
                template.data("signin", words.texts("signin."))
                        .data("faults", shown.faults())
                        .data("message", shown.message())
                        .data("done", shown.done().isEmpty() ? "" : words.text("signin." + shown.done()))
                        .data("email", entered.email())
                        .data(
                                "provider",
                                provider.name()
                                        .map(name -> words.text("signin.provider", name))
                                        .orElse(""))
                        .data("query", URLEncoder.encode(entered.next(), StandardCharsets.UTF_8))
                        .data("next", entered.next()),
                words);
    }
}
