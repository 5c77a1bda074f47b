package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.finding.catalogue.Organisations;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;

/** {@code /registry} for people: the organisations that passed screening. For programs it is JSON, or a JWT. */
@Path("/registry")
class RegistryPageResource {
    private final Organisations organisations;
    private final Template page;
    private final BaseUrl base;

    RegistryPageResource(Organisations organisations, @Location("web/registry.html") Template page, BaseUrl base) {
        this.organisations = organisations;
        this.page = page;
        this.base = base;
    }

    /** A line of the page. */
    record Line(
            String name,
            String page,
            @Nullable String homePage,
            @Nullable String since,
            @Nullable String until,
            long achievements,
            String offers) {}

    @GET
    @Produces("text/html;qs=0.5")
    @Operation(hidden = true)
    public Uni<Response> page(@HeaderParam("Accept-Language") @Nullable String language) {
        Wording words = Wording.of(language);
        return organisations
                .screened()
                .chain(all -> Html.page(
                        page.data(
                                        "lines",
                                        all.stream()
                                                .map(one -> line(one, words))
                                                .toList())
                                .data("address", base.text() + "/registry")
                                .data("keys", base.text() + "/.well-known/jwks.json")
                                .data("texts", words.texts("registry.")),
                        words));
    }

    private static Line line(Organisations.Screened one, Wording words) {
        return new Line(
                one.name(),
                "/issuers/" + one.slug(),
                SharedBadge.link(one.url()),
                Moments.dayIfAny(one.since(), words),
                Moments.dayIfAny(one.until(), words),
                one.achievements(),
                "/catalogue?issuer=" + one.slug());
    }
}
