package org.laurel.web.console;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.access.oidc.ProviderDoor;
import org.laurel.access.oidc.ProviderRefusedException;
import org.laurel.access.session.BrowserSessions;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;

/** Signing in at the organisation's provider: there and back. Where none is set, neither of the two exists. */
@Path("/sign-in/oidc")
@Produces(MediaType.TEXT_HTML)
class ProviderPageResource {
    private static final String WAIT_SECONDS = "60";

    private final ProviderDoor door;
    private final BrowserSessions browsers;
    private final ToldPages told;
    private final BaseUrl base;

    ProviderPageResource(ProviderDoor door, BrowserSessions browsers, ToldPages told, BaseUrl base) {
        this.door = door;
        this.browsers = browsers;
        this.told = told;
        this.base = base;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> begin(@QueryParam("next") @Nullable String next, @BeanParam VisitParameters visit) {
        requireProvider();
        return orTold(
                door.begin(LocalPath.of(next)).map(begun -> Html.leadOn(begun.address())
                        .header("Set-Cookie", begun.cookie())
                        .build()),
                visit.words());
    }

    @GET
    @Path("/callback")
    @Operation(hidden = true)
    public Uni<Response> end(@BeanParam ProviderParameters provider, @BeanParam VisitParameters visit) {
        requireProvider();
        return orTold(
                door.end(provider.returned(), visit.reading())
                        .chain(arrived -> browsers.begin(arrived.account(), visit.agent(), visit.reading())
                                .map(cookie -> Html.leadOn(base.text() + LocalPath.of(arrived.next()))
                                        .header("Set-Cookie", cookie)
                                        .header("Set-Cookie", arrived.cookie())
                                        .build())),
                visit.words());
    }

    private void requireProvider() {
        if (door.name().isEmpty()) {
            throw ProblemException.of(ProblemType.NOT_FOUND, "There is no provider to sign in at.");
        }
    }

    private Uni<Response> orTold(Uni<Response> step, Wording words) {
        return step.onFailure(ProviderRefusedException.class)
                .recoverWithUni(failure -> refused(((ProviderRefusedException) failure).reason(), words));
    }

    private Uni<Response> refused(ProviderRefusedException.Reason reason, Wording words) {
        Response.ResponseBuilder start = Response.status(reason.status());
        return Html.personal(
                reason.isForNow() ? start.header("Retry-After", WAIT_SECONDS) : start,
                told.of("provider." + reason, words),
                words);
    }
}
