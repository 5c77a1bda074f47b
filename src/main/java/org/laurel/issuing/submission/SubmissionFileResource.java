package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Files of evidence, but for their bytes. */
@Path("/api/v1/submissions/{id}/files")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Educators hand in evidence for a micro-credential.")
class SubmissionFileResource {
    private final ReachableSubmissions reachable;
    private final AnnounceFile announce;
    private final EvidenceFiles files;
    private final FileJudge judge;
    private final OnceOnly onceOnly;

    SubmissionFileResource(
            ReachableSubmissions reachable,
            AnnounceFile announce,
            EvidenceFiles files,
            FileJudge judge,
            OnceOnly onceOnly) {
        this.reachable = reachable;
        this.announce = announce;
        this.files = files;
        this.judge = judge;
        this.onceOnly = onceOnly;
    }

    @GET
    @Operation(
            operationId = "listSubmissionFiles",
            summary = "List the files of a submission",
            description = "Those that it has now, in the order in which they were announced.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_READ)
    @APIResponse(
            responseCode = "200",
            description = "The files",
            content = @Content(schema = @Schema(implementation = EvidenceFileView.All.class)))
    public Uni<Response> list(@PathParam("id") String id) {
        return reachable
                .get(id)
                .chain(submission -> files.list(submission)
                        .map(found -> new EvidenceFileView.All(found.stream()
                                .map(file -> EvidenceFileView.of(submission.id(), file))
                                .toList())))
                .map(all -> Responses.of(Answer.of(200, all)));
    }

    @POST
    @Operation(
            operationId = "announceSubmissionFile",
            summary = "Hand in a file",
            description =
                    "JSON announces a file, whose bytes then go where Location leads, by PATCH (tus 1.0; OPTIONS tells"
                            + " what of it is understood). A form has it in its part \"file\", its address says ?part=. Any other body"
                            + " with ?part= and ?name= is the file itself.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AnnounceRequest.class),
                            example = "{\"part\":\"plans\",\"name\":\"plan.pdf\",\"size\":48211}"))
    @APIResponse(
            responseCode = "201",
            description = "Announced, or arrived",
            content = @Content(schema = @Schema(implementation = EvidenceFileView.class)))
    public Uni<Response> announce(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = reachable.caller().name();
        AnnounceRequest request = RecordReader.read(body, AnnounceRequest.class).orThrow();
        return reachable
                .get(id)
                .chain(submission ->
                        onceOnly.run(OnceOnlyCall.of(by, key, "POST files " + id, body), recorder -> announce.announce(
                                        submission,
                                        request,
                                        by,
                                        recorder.keeping(made -> EvidenceFileView.answer(201, submission.id(), made)))
                                .map(made -> EvidenceFileView.answer(201, submission.id(), made))));
    }

    @DELETE
    @Path("/{file}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "removeSubmissionFile",
            summary = "Remove a file",
            description = "What was submitted keeps it; else its bytes are gone.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_WRITE)
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "409", description = "Nothing can be changed now")
    public Uni<Response> remove(@PathParam("id") String id, @PathParam("file") String file) {
        String by = reachable.caller().name();
        return reachable.get(id).chain(submission -> files.find(submission, file)
                .map(found ->
                        found.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such file.")))
                .chain(found -> files.remove(submission, found, by).call(removed -> judge.cleared(found)))
                .map(removed -> Responses.removed(removed, "There is no such file.")));
    }
}
