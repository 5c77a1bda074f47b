package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.json.RecordReader;

/** Where educators start to earn a micro-credential. */
@Path("/api/v1/achievements/{id}/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Educators hand in evidence for a micro-credential.")
class AchievementSubmissionResource {
    private final ReachableSubmissions reachable;
    private final WriteSubmission write;
    private final OnceOnly onceOnly;

    AchievementSubmissionResource(ReachableSubmissions reachable, WriteSubmission write, OnceOnly onceOnly) {
        this.reachable = reachable;
        this.write = write;
        this.onceOnly = onceOnly;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "startSubmission",
            summary = "Start to earn a micro-credential",
            description =
                    "Any published one that was drafted on the template, at any time; one at a time for each educator. People"
                            + " send no body. A program of the organisation says for whom it hands in, and how they agreed.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_WRITE)
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StartRequest.class),
                            example = "{\"educator\":{\"userId\":\"lms-4711\",\"name\":\"Ada Lovelace\","
                                    + "\"email\":\"ada@example.org\",\"consent\":{\"how\":\"ticked in the course\","
                                    + "\"at\":\"2026-11-28T08:00:00Z\"}}}"))
    @APIResponse(
            responseCode = "201",
            description = "Started",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "409", description = "One is under way, or nothing can be handed in for it")
    public Uni<Response> start(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte @Nullable [] body) {
        byte[] sent = RecordReader.orNothing(body);
        String by = reachable.caller().name();
        return onceOnly.run(OnceOnlyCall.of(by, key, "POST submissions " + id, sent), recorder -> write.start(
                        id,
                        reachable.caller(),
                        RecordReader.read(sent, StartRequest.class).orThrow().educator(),
                        recorder.keeping(made -> SubmissionView.answer(201, made)))
                .map(made -> SubmissionView.answer(201, made)));
    }
}
