package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.hosting.EndorsedDocuments;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.Negotiation;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.Representation;
import org.laurel.issuing.issuer.Issuer;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

/** An issuer's public page, which is its Open Badges profile too. */
@Path("/issuers/{issuer}")
@Tag(name = "Public documents")
class IssuerPageResource {
    private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private final PublicDocuments documents;
    private final EndorsedDocuments endorsed;
    private final PublicPages pages;
    private final BaseUrl base;

    IssuerPageResource(PublicDocuments documents, EndorsedDocuments endorsed, PublicPages pages, BaseUrl base) {
        this.documents = documents;
        this.endorsed = endorsed;
        this.pages = pages;
        this.base = base;
    }

    @GET
    @Operation(
            operationId = "getIssuerProfile",
            summary = "An issuer's profile",
            description = "HTML, or the Open Badges Profile as JSON-LD. The id leads to the slug (308).")
    @APIResponse(
            responseCode = "200",
            description = "The profile",
            content =
                    @Content(
                            mediaType = "application/json",
                            example =
                                    "{\"id\":\"did:web:…\",\"type\":[\"Profile\"],\"name\":\"Oak Hill School District\"}"))
    @APIResponse(responseCode = "308", description = "The id leads to the slug")
    public Uni<Response> issuer(@PathParam("issuer") String name, @BeanParam ReadParameters read) {
        Negotiation.Choice choice = Negotiation.choose(read.accept(), FORMS).orElseThrow(Hosted::notAcceptable);
        return documents.issuer(name).chain(found -> {
            Issuer issuer =
                    found.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such issuer."));
            String address = base.issuer(issuer.slug().value());
            if (!issuer.slug().value().equals(name)) {
                return Uni.createFrom()
                        .item(Response.status(308).location(URI.create(address)).build());
            }
            if (choice.form() == Representation.HTML) {
                Wording words = read.words();
                return pages.issuer(issuer, words).chain(page -> Html.tagged(page, words, read.ifNoneMatch, ""));
            }
            return endorsed.profile(issuer)
                    .map(profile -> Hosted.response(Optional.of(profile), choice.mediaType(), read.ifNoneMatch));
        });
    }
}
