package org.laurel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.hosting.PublicDocuments;
import org.laurel.hosting.picture.ShareCard;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** How another page shows a share page of ours (oEmbed 1.0 §2). */
@Path("/oembed")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public documents")
class OembedResource {
    private static final int CACHE_SECONDS = 3600;

    private final PublicDocuments documents;
    private final OpenPages open;
    private final BaseUrl base;

    OembedResource(PublicDocuments documents, OpenPages open, BaseUrl base) {
        this.documents = documents;
        this.open = open;
        this.base = base;
    }

    @GET
    @Operation(
            operationId = "oembed",
            summary = "How to show a badge within another page",
            description = "oEmbed 1.0: the frame for a share page of this service, as JSON.")
    @APIResponse(
            responseCode = "200",
            description = "The frame, its size, title and thumbnail",
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"version\":\"1.0\",\"type\":\"rich\",\"title\":\"Reading\",\"width\":480}"))
    @APIResponse(responseCode = "404", description = "The address is no share page of this service")
    @APIResponse(responseCode = "501", description = "Another format than json")
    public Uni<Oembed> oembed(
            @Parameter(description = "A share page", example = "https://laurel.example/credentials/1-abc")
                    @QueryParam("url")
                    @Nullable String url,
            @Parameter(description = "json, which is the default") @QueryParam("format") @Nullable String format,
            @Parameter(description = "In pixels") @QueryParam("maxwidth") @Nullable Integer maxWidth,
            @Parameter(description = "In pixels") @QueryParam("maxheight") @Nullable Integer maxHeight) {
        if (format != null && !format.equals("json")) {
            throw ProblemException.of(ProblemType.NOT_IMPLEMENTED, "The format is json; no other is offered.");
        }
        String before = base.credential("");
        if (url == null) {
            throw ProblemException.of(ProblemType.BAD_PARAMETER, "url: expected the address of a share page.");
        }
        if (!url.startsWith(before)) {
            throw nothing();
        }
        String credential = url.substring(before.length());
        return open.requireOpen(credential)
                .chain(() -> documents.signed(credential))
                .map(found -> found.orElseThrow(OembedResource::nothing))
                .map(signed -> answer(
                        SharePage.of(signed, credential, base, "en"),
                        bounded(maxWidth, Integer.MAX_VALUE),
                        bounded(maxHeight, Integer.MAX_VALUE)));
    }

    /** A thumbnail that is larger than asked for is left out (oEmbed 1.0 §2.3.4.1). */
    private Oembed answer(SharePage page, int maxWidth, int maxHeight) {
        SharedBadge badge = page.badge();
        int width = Math.min(EmbedFrame.WIDTH, maxWidth);
        int height = Math.min(EmbedFrame.HEIGHT, maxHeight);
        boolean small = ShareCard.WIDTH <= maxWidth && ShareCard.HEIGHT <= maxHeight;
        return new Oembed(
                "1.0",
                "rich",
                badge.name(),
                badge.issuer(),
                "Laurel",
                base.text(),
                CACHE_SECONDS,
                EmbedFrame.html(page.url(), badge.name(), width, height),
                width,
                height,
                small ? page.card() : null,
                small ? ShareCard.WIDTH : null,
                small ? ShareCard.HEIGHT : null);
    }

    private static int bounded(@Nullable Integer most, int wanted) {
        return most == null || most <= 0 ? wanted : Math.min(most, wanted);
    }

    private static ProblemException nothing() {
        return ProblemException.of(ProblemType.NOT_FOUND, "There is no share page at this address.");
    }

    /** The answer in oEmbed's own words (§2.3.4, type {@code rich}). */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Oembed(
            String version,
            String type,
            String title,
            @JsonProperty("author_name") String authorName,
            @JsonProperty("provider_name") String providerName,
            @JsonProperty("provider_url") String providerUrl,
            @JsonProperty("cache_age") int cacheAge,
            String html,
            int width,
            int height,
            @JsonProperty("thumbnail_url") @Nullable String thumbnailUrl,
            @JsonProperty("thumbnail_width") @Nullable Integer thumbnailWidth,
            @JsonProperty("thumbnail_height") @Nullable Integer thumbnailHeight) {}
}
