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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laurel.access.people.Account;
import org.laurel.access.session.BrowserSessions;
import org.laurel.access.session.Visitors;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;
import org.laurel.web.Html;

/** Signing out by form: one page, which asks before and says so afterwards. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
class SignOutPageResource {
    private final BrowserSessions browsers;
    private final Visitors visitors;
    private final ToldPages told;
    private final Template template;
    private final BaseUrl base;

    SignOutPageResource(
            BrowserSessions browsers,
            Visitors visitors,
            ToldPages told,
            @Location("web/sign-out.html") Template template,
            BaseUrl base) {
        this.browsers = browsers;
        this.visitors = visitors;
        this.told = told;
        this.template = template;
        this.base = base;
    }

    @GET
    @Path("sign-out")
    @Operation(hidden = true)
    public Uni<Response> get(@BeanParam VisitParameters visit) {
        Wording words = visit.words();
        return visitors.of(visit.reading())
                .chain(visitor -> Html.personal(
                        Response.ok(),
                        template.data("signout", words.texts("signout."))
                                .data("signedIn", visitor.isPresent())
                                .data("name", visitor.map(Account::name).orElse("")),
                        words));
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> post(@BeanParam VisitParameters visit) {
        if (!visit.changing().isFromOurPages(base)) {
            return Html.personal(Response.status(403), told.of("foreign", visit.words()), visit.words());
        }
        return browsers.end(visit.changing()).map(cookie -> Html.leadOn(base.text() + "/sign-out")
                .header("Set-Cookie", cookie)
                .build());
    }
}
