package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.laurel.holding.Holdings;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

/** A badge's page by a link that its holder made for a while; a private page is shown by it, too. */
@Path("/shared/{token}")
@Produces(MediaType.TEXT_HTML)
class SharedLinkResource {
    private final Holdings holdings;
    private final CredentialPages pages;

    SharedLinkResource(Holdings holdings, CredentialPages pages) {
        this.holdings = holdings;
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> get(@PathParam("token") String token, @BeanParam ReadParameters read) {
        Wording words = read.words();
        return holdings.shared(token)
                .map(shared -> shared.credential()
                        .orElseThrow(() -> shared.over()
                                ? ProblemException.of(
                                        ProblemType.GONE, "This link has ended, or its maker took it back.")
                                : ProblemException.of(ProblemType.NOT_FOUND, "There is no such link.")))
                .chain(credential -> pages.lent(credential, words))
                .chain(shown -> Html.personal(Response.ok().header("X-Robots-Tag", "noindex"), shown.page(), words));
    }
}
