package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
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
import org.laurel.shared.door.Choices;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Problems;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;

/** Evidence, as those who hand it in write it. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Evidence", description = "Educators hand in evidence for a micro-credential.")
class SubmissionResource {
    private final ReachableSubmissions reachable;
    private final Submissions submissions;
    private final WriteSubmission write;

    SubmissionResource(ReachableSubmissions reachable, Submissions submissions, WriteSubmission write) {
        this.reachable = reachable;
        this.submissions = submissions;
        this.write = write;
    }

    @GET
    @Operation(
            operationId = "listSubmissions",
            summary = "List one's own submissions",
            description =
                    "Newest first: one's own, or those that the program started; filters: state, achievement (id).")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of submissions",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"state\":\"draft\"}]}"))
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("achievement") @Nullable String achievement,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return submissions
                .list(
                        reachable.wanted(
                                Choices.read("state", state, SubmissionState.class), Optional.ofNullable(achievement)),
                        Paging.request(limit, cursor))
                .map(page -> Paging.response(page.map(SubmissionView::of), uri));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSubmission", summary = "Read a submission", description = "One's own, with its ETag.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_READ)
    @APIResponse(
            responseCode = "200",
            description = "The submission",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return reachable.get(id).map(SubmissionResource::shown);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "changeSubmission",
            summary = "Save a submission",
            description =
                    "As often as one types: answers replace those to the same parts, statements replace the statements. A save"
                            + " that came too late, as from another device, is refused with both versions, as \"yours\" and"
                            + " \"theirs\".")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = SubmissionContent.class),
                            example =
                                    "{\"answers\":[{\"part\":\"overview\",\"text\":\"My class …\"}],"
                                            + "\"statements\":{\"ownWork\":true,\"pupilsConsent\":\"given\",\"aiUse\":\"none\"}}"))
    @APIResponse(
            responseCode = "200",
            description = "Saved",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    @APIResponse(responseCode = "412", description = "Somebody saved since; both versions are in the answer")
    public Uni<Response> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        SubmissionContent change =
                RecordReader.read(body, SubmissionContent.class).orThrow();
        return reachable.get(id).chain(read -> {
            if (!read.state().isOpen()) {
                throw read.not("change it");
            }
            return write.changed(read, change).chain(content -> {
                if (ifMatch != null && !EntityTags.matches(ifMatch, EntityTags.of(read.version()))) {
                    return Uni.createFrom().item(stale(content, read));
                }
                EntityTags.requireMatch(ifMatch, read.version());
                return submissions
                        .save(read, content)
                        .chain(saved -> saved.isPresent()
                                ? Uni.createFrom().item(shown(saved.get()))
                                : reachable.get(id).map(now -> stale(content, now)));
            });
        });
    }

    @GET
    @Path("/{id}/check")
    @Operation(
            operationId = "checkSubmission",
            summary = "What a submission lacks",
            description =
                    "\"errors\" are what it lacks before it can be submitted; \"warnings\" are what would tell an assessor who wrote"
                            + " it.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_READ)
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content =
                    @Content(
                            example =
                                    "{\"errors\":[{\"pointer\":\"/answers\",\"code\":\"incomplete\",\"detail\":\"Part 1"
                                            + " \\\"Overview\\\" is missing.\"}],\"warnings\":[]}"))
    public Uni<Response> check(@PathParam("id") String id) {
        return reachable.get(id).chain(write::check).map(found -> Responses.of(Answer.of(200, found)));
    }

    @POST
    @Path("/{id}/submit")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "submitSubmission",
            summary = "Submit evidence",
            description = "422 names all that is missing. What was submitted stays as it is, to be assessed.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Submitted",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Uni<Response> submit(@PathParam("id") String id) {
        String by = reachable.caller().name();
        return reachable.get(id).chain(read -> write.submit(read, by)).map(SubmissionResource::shown);
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "withdrawSubmission",
            summary = "Take a submission back",
            description = "It stays readable; another may be started.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SUBMISSION_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = SubmissionView.class)))
    public Uni<Response> withdraw(@PathParam("id") String id) {
        String by = reachable.caller().name();
        return reachable.get(id).chain(read -> {
            if (!read.state().isUnderWay()) {
                throw read.not("withdraw it");
            }
            return submissions.withdraw(read, by).map(SubmissionResource::shown);
        });
    }

    private static Response shown(Submission submission) {
        return Responses.of(SubmissionView.answer(200, submission));
    }

    /** Nothing written is lost: both versions. */
    private static Response stale(SubmissionContent yours, Submission now) {
        return Responses.of(Problems.stale(yours, now.content(), now.version()));
    }
}
