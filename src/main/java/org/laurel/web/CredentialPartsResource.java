package org.laurel.web;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.CredentialPictures;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.PublicDocument;
import org.laurel.hosting.picture.QrPicture;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.verifying.report.Wording;

/** What belongs to a share page: the card that its link shows elsewhere, its QR code, and the frame for other pages. */
@Path("/credentials/{credential}")
@Tag(name = "Public documents")
class CredentialPartsResource {
    private static final Duration LONG = Duration.ofDays(30);

    private final CredentialPictures pictures;
    private final CredentialPages pages;
    private final OpenPages open;
    private final BaseUrl base;

    CredentialPartsResource(CredentialPictures pictures, CredentialPages pages, OpenPages open, BaseUrl base) {
        this.pictures = pictures;
        this.pages = pages;
        this.open = open;
        this.base = base;
    }

    @GET
    @Path("card.png")
    @Operation(
            operationId = "getCredentialCard",
            summary = "The card that a link to a badge shows elsewhere",
            description = "PNG of 1200 by 630 pixels, for Open Graph; ?v= is any text, so that the address can be new.")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/png", example = "the bytes of a picture"))
    public Uni<Response> card(
            @Parameter(example = "1-abcdefghijklmnopqrstuvwxyz") @PathParam("credential") String credential,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return open.requireOpen(credential)
                .chain(() -> pictures.card(credential))
                .map(found -> Response.fromResponse(Hosted.response(found, "image/png", ifNoneMatch))
                        .header("X-Robots-Tag", "noindex")
                        .build());
    }

    @GET
    @Path("qr.svg")
    @Operation(
            operationId = "getCredentialCode",
            summary = "The link of a badge as a QR code",
            description = "SVG; whether there is such a badge is not looked up.")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/svg+xml", example = "the bytes of a picture"))
    public Response code(
            @Parameter(example = "1-abcdefghijklmnopqrstuvwxyz") @PathParam("credential") String credential,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        PublicDocument code = PublicDocument.of(QrPicture.svg(base.credential(credential)), LONG);
        return Hosted.response(Optional.of(code), "image/svg+xml", ifNoneMatch);
    }

    @GET
    @Path("embed")
    @Operation(hidden = true)
    public Uni<Response> embed(
            @PathParam("credential") String credential, @HeaderParam("Accept-Language") @Nullable String language) {
        Wording words = Wording.of(language);
        return pages.embed(credential, words)
                .chain(shown -> Html.framed(Response.ok().header("X-Robots-Tag", "noindex"), shown.page(), words));
    }
}
