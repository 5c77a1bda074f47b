package org.laurel.issuing.submission;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Caller;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.hold.HoldRequest;
import org.laurel.issuing.hold.LegalHold;
import org.laurel.issuing.hold.LegalHolds;
import org.laurel.issuing.hold.LegalHolds.Held;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.issuing.submission.Educators.Known;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** People for whom programs hand in and who have no badge yet: erased, or held so that nobody erases them. */
@Path("/api/v1/issuers/{issuer}/educators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recipients")
class EducatorResource {
    private static final int LONGEST = 300;

    private final ReachableIssuers issuers;
    private final Educators educators;
    private final LegalHolds holds;

    EducatorResource(ReachableIssuers issuers, Educators educators, LegalHolds holds) {
        this.issuers = issuers;
        this.educators = educators;
        this.holds = holds;
    }

    @DELETE
    @Operation(
            operationId = "eraseEducator",
            summary = "Erase somebody for whom a program hands in",
            description =
                    "By the id that the program knows them by. All that was handed in for them is forgotten: words, files, name and"
                            + " address; what is under way is taken back. Programs reach those of their own; others all who are called so, or"
                            + " those of one program. A badge they have stays: erase its recipient. It cannot be undone.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @Parameter(name = "userId", in = ParameterIn.QUERY, required = true, example = "lms-4711")
    @Parameter(name = "program", in = ParameterIn.QUERY, description = "the id of the API client")
    @APIResponse(responseCode = "204", description = "Erased")
    @APIResponse(responseCode = "409", description = "They are held; the answer says by whom, since when and why")
    public Uni<Response> erase(
            @PathParam("issuer") String issuer,
            @QueryParam("userId") @Nullable String userId,
            @QueryParam("program") @Nullable String program) {
        String by = issuers.caller().name();
        return known(issuer, userId, program)
                .chain(known -> educators.erase(known, by))
                .map(erased -> Responses.removed(erased > 0, "Nothing is kept of such an educator."));
    }

    @PUT
    @Path("/hold")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "holdEducator",
            summary = "Hold somebody for whom programs hand in",
            description =
                    "From then on nobody erases them, 409 names who said so, when and why, until the hold is lifted. One that is"
                            + " there stays as it is.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @Parameter(name = "userId", in = ParameterIn.QUERY, required = true, example = "lms-4711")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = HoldRequest.class),
                            example = "{\"reason\":\"Case 4711, until it is closed\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Held",
            content = @Content(schema = @Schema(implementation = LegalHold.class)))
    public Uni<Response> hold(
            @PathParam("issuer") String issuer, @QueryParam("userId") @Nullable String userId, byte[] body) {
        String by = issuers.caller().name();
        HoldRequest request = RecordReader.read(body, HoldRequest.class).orThrow();
        return held(issuer, userId)
                .chain(held -> holds.hold(held, request.reason(), by))
                .map(hold -> Responses.of(Answer.of(200, hold)));
    }

    @GET
    @Path("/hold")
    @Operation(
            operationId = "getEducatorHold",
            summary = "Whether somebody for whom programs hand in is held",
            description = "Who said so, when and why; 404 when they are not.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @Parameter(name = "userId", in = ParameterIn.QUERY, required = true, example = "lms-4711")
    @APIResponse(
            responseCode = "200",
            description = "The hold",
            content = @Content(schema = @Schema(implementation = LegalHold.class)))
    public Uni<Response> get(@PathParam("issuer") String issuer, @QueryParam("userId") @Nullable String userId) {
        return held(issuer, userId)
                .chain(holds::find)
                .map(found -> Responses.of(Answer.of(200, found.orElseThrow(() -> none("They are not held.")))));
    }

    @DELETE
    @Path("/hold")
    @Operation(
            operationId = "liftEducatorHold",
            summary = "Lift the hold on somebody for whom programs hand in",
            description = "They can be erased from then on.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.RECIPIENT_ERASE)
    @Parameter(name = "userId", in = ParameterIn.QUERY, required = true, example = "lms-4711")
    @APIResponse(responseCode = "204", description = "Lifted")
    public Uni<Response> lift(@PathParam("issuer") String issuer, @QueryParam("userId") @Nullable String userId) {
        String by = issuers.caller().name();
        return held(issuer, userId)
                .chain(held -> holds.lift(held, by))
                .map(lifted -> Responses.removed(lifted, "They are not held."));
    }

    private Uni<Held> held(String issuer, @Nullable String userId) {
        return known(issuer, userId, null)
                .chain(educators::held)
                .map(found -> found.orElseThrow(() -> none("Nothing is kept of such an educator.")));
    }

    /** Programs know nobody whom others call so. */
    private Uni<Known> known(String issuer, @Nullable String userId, @Nullable String program) {
        Caller caller = issuers.caller();
        boolean isProgram = caller.account().isEmpty() && caller.everywhere().isEmpty();
        Optional<String> whose = isProgram ? Optional.of(caller.name()) : Optional.ofNullable(program);
        return issuers.get(issuer).map(found -> new Known(found.number(), required(userId), whose));
    }

    private static String required(@Nullable String userId) {
        if (userId == null || userId.isBlank() || userId.length() > LONGEST) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    "userId: expected the id of the educator, 1 to " + LONGEST + " characters.");
        }
        return userId;
    }

    private static ProblemException none(String detail) {
        return ProblemException.of(ProblemType.NOT_FOUND, detail);
    }
}
