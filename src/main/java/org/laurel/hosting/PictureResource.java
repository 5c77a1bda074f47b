package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.picture.PictureName;
import org.laurel.issuing.picture.Pictures;

/** Uploaded pictures, by the digest in their name: what is at an address never changes. */
@Path("/images/{name}")
@Tag(name = "Public documents")
class PictureResource {
    private static final Duration YEAR = Duration.ofDays(365);

    private final Pictures pictures;

    PictureResource(Pictures pictures) {
        this.pictures = pictures;
    }

    @GET
    @Operation(
            operationId = "getPicture",
            summary = "A picture that an issuer uploaded",
            description = "PNG, as it was drawn anew of what came.")
    @APIResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = "image/png", example = "the bytes of a picture"))
    public Uni<Response> picture(
            @Parameter(example = "1-0f….png") @PathParam("name") String name,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return PictureName.parse(name)
                .map(pictures::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> Response.fromResponse(Hosted.response(
                                found.map(png -> PublicDocument.of(png, YEAR)), "image/png", ifNoneMatch))
                        .header(HttpHeaders.CACHE_CONTROL, null)
                        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=" + YEAR.toSeconds() + ", immutable")
                        .build());
    }
}
