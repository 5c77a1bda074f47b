package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.laurel.access.role.Scopes;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.outbox.Outbox;

/** What is said about an application, and what happened to it. */
@Path("/api/v1/applications/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Screening")
class ThreadResource {
    private static final int LONGEST = 10_000;

    private final ReachableApplications reachable;
    private final Applications applications;
    private final Outbox outbox;
    private final Screeners screeners;

    ThreadResource(ReachableApplications reachable, Applications applications, Outbox outbox, Screeners screeners) {
        this.screeners = screeners;
        this.reachable = reachable;
        this.applications = applications;
        this.outbox = outbox;
    }

    /** What is said, Markdown. */
    record MessageRequest(String text) {
        MessageRequest {
            Bounds.text("text", text, LONGEST);
        }
    }

    @GET
    @Path("/messages")
    @Operation(
            operationId = "listApplicationMessages",
            summary = "Read the thread of an application",
            description = "Oldest first, at most 500: the applicant's words and those of screeners who coach.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_READ)
    @APIResponse(
            responseCode = "200",
            description = "The thread",
            content = @Content(example = "{\"items\":[{\"author\":\"0-…\",\"byScreener\":true,\"text\":\"…\"}]}"))
    public Uni<Response> messages(@PathParam("id") String id) {
        return reachable.get(id).chain(applications::messages).map(Paging::whole);
    }

    @POST
    @Path("/messages")
    @Operation(
            operationId = "addApplicationMessage",
            summary = "Write in the thread of an application",
            description =
                    "Its applicant may, and every screener whom no conflict of interest keeps out, whatever state it is in.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_READ)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = MessageRequest.class),
                            example = "{\"text\":\"Which of the two studies was done in your schools?\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Written",
            content = @Content(schema = @Schema(implementation = Application.Message.class)))
    public Uni<Response> say(@PathParam("id") String id, byte[] body) {
        MessageRequest request = RecordReader.read(body, MessageRequest.class).orThrow();
        String author = reachable.caller().name();
        return reachable
                .get(id)
                .call(found -> reachable.owns(found)
                                || reachable.caller().account().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : screeners.free(found, reachable.caller().account().getAsLong()))
                .chain(found -> applications.say(found, author, !reachable.owns(found), request.text()))
                .map(said -> Responses.of(Answer.of(201, said)));
    }

    @GET
    @Path("/events")
    @Operation(
            operationId = "listApplicationEvents",
            summary = "Read what happened to an application",
            description = "Who did what, when; oldest first, at most 500.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_READ)
    @APIResponse(
            responseCode = "200",
            description = "What happened",
            content = @Content(example = "{\"items\":[{\"type\":\"application.submitted\",\"actor\":\"0-…\"}]}"))
    public Uni<Response> events(@PathParam("id") String id) {
        return reachable.get(id).chain(found -> outbox.about(0, found.id())).map(Paging::whole);
    }
}
