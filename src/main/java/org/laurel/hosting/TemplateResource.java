package org.laurel.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.achievement.AchievementDefinition;

/** The filled template of a published micro-credential, whole; its address holds the digest of its bytes. */
@Path("/achievements/{achievement}/templates/{digest}")
@Tag(name = "Public documents")
class TemplateResource {
    private final PublicDocuments documents;

    TemplateResource(PublicDocuments documents) {
        this.documents = documents;
    }

    @GET
    @Operation(
            operationId = "getAchievementTemplate",
            summary = "The template of a micro-credential as it was filled",
            description =
                    "Competency, method, research with its tiers, submission requirements and rubrics. The last part of the"
                            + " address is the SHA-256 of the bytes, so that a badge which names it names exactly this.")
    @APIResponse(
            responseCode = "200",
            description = "The template",
            content =
                    @Content(
                            mediaType = "application/json",
                            example = "{\"title\":\"Formative Assessment\",\"competency\":\"…\",\"research\":[]}"))
    public Uni<Response> template(
            @PathParam("achievement") String id,
            @PathParam("digest") String digest,
            @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
        return documents
                .achievement(id)
                .map(found -> Hosted.response(
                        found.map(AchievementDefinition::drafted)
                                .filter(drafted -> drafted.digest().equals(digest))
                                .map(drafted -> PublicDocument.of(
                                        drafted.json().getBytes(StandardCharsets.UTF_8), digest, Duration.ofDays(1))),
                        "application/json",
                        ifNoneMatch));
    }
}
