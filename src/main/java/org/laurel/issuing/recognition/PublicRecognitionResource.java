package org.laurel.issuing.recognition;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.issuing.recognition.RecognisedAchievements.RecognitionsView;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;

/** What a micro-credential counts for, for everybody. */
@Path("/achievements/{id}/recognitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Public documents")
class PublicRecognitionResource {
    private final RecognisedAchievements recognised;

    PublicRecognitionResource(RecognisedAchievements recognised) {
        this.recognised = recognised;
    }

    @GET
    @Operation(
            operationId = "getRecognitions",
            summary = "What a micro-credential counts for, and where",
            description = "Those that stand now, the oldest first, at most 100, each with its signed endorsement.")
    @APIResponse(
            responseCode = "200",
            description = "The recognitions",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = RecognitionsView.class),
                            example =
                                    "{\"items\":[{\"sentence\":\"Counts as 15 hours of professional learning in …\"}]}"))
    public Uni<Response> get(@Parameter(example = "1-abcdefghijklmnopqrstuvwxyz") @PathParam("id") String id) {
        return recognised
                .find(id)
                .chain(recognised::of)
                .map(all -> Responses.of(Answer.of(200, all).with("Cache-Control", "public, max-age=60")));
    }
}
