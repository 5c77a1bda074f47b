package org.laurel.issuing.screening;

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
import org.laurel.shared.door.Choices;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Problems;
import org.laurel.shared.door.Responses;
import org.laurel.shared.store.Page;
import org.laurel.shared.work.OneByOne;

/** Applications to issue, as those who apply write them. */
@Path("/api/v1/applications")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Screening", description = "Organisations apply to issue; screeners score and decide.")
class ApplicationResource {
    private static final String EXAMPLE = "{\"organisation\":{\"name\":\"Oak Hill School District\","
            + "\"url\":\"https://oakhill.example\",\"slug\":\"oak-hill\"},\"contact\":{\"name\":\"Grace Hopper\","
            + "\"email\":\"grace@oakhill.example\"},\"mission\":\"…\",\"research\":[{\"authors\":[\"Hattie, John\","
            + "\"Timperley, Helen\"],\"title\":\"The Power of Feedback\",\"year\":2007,"
            + "\"doi\":\"10.3102/003465430298487\",\"claim\":\"Feedback on the task helps most\",\"tier\":\"moderate\"}],"
            + "\"populations\":[\"Grades 6 to 8\"],\"concept\":{\"title\":\"…\",\"competency\":\"…\",\"evidence\":\"…\"},"
            + "\"assessors\":{\"people\":4,\"training\":\"…\"}}";

    private final ReachableApplications reachable;
    private final Applications applications;
    private final WriteApplication write;
    private final OnceOnly onceOnly;

    ApplicationResource(
            ReachableApplications reachable, Applications applications, WriteApplication write, OnceOnly onceOnly) {
        this.reachable = reachable;
        this.applications = applications;
        this.write = write;
        this.onceOnly = onceOnly;
    }

    @POST
    @Operation(
            operationId = "createApplication",
            summary = "Begin an application to issue",
            description =
                    "Everything may be missing until it is handed in. With \"renews\", the slug of an organisation that"
                            + " you own, its screening is renewed instead.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_WRITE)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = ApplicationContent.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Begun",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Uni<Response> create(@HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        long account = reachable.account();
        String by = reachable.caller().name();
        return onceOnly.run(OnceOnlyCall.of(by, key, "POST applications", body), recorder -> write.begin(
                        account,
                        by,
                        body,
                        recorder.keeping(made -> ApplicationView.answer(201, made, ApplicationView.of(made))))
                .map(made -> ApplicationView.answer(201, made, ApplicationView.of(made))));
    }

    @GET
    @Operation(
            operationId = "listApplications",
            summary = "List applications",
            description =
                    "Newest first: one's own, and for screeners all that were handed in; ?mine=true one's own only,"
                            + " ?state= those in one state.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of applications",
            content = @Content(example = "{\"items\":[{\"id\":\"0-…\",\"state\":\"submitted\"}]}"))
    public Uni<Response> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("mine") @Nullable Boolean mine,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        boolean all = reachable.screens() && !Boolean.TRUE.equals(mine);
        Applications.Wanted wanted = new Applications.Wanted(
                all
                        ? Optional.empty()
                        : Optional.of(reachable.caller().account().orElse(-1L)),
                Choices.read("state", state, ApplicationState.class));
        return applications.list(wanted, Paging.request(limit, cursor)).chain(page -> OneByOne.all(
                        page.items(), reachable::shown)
                .map(items -> Paging.response(new Page<>(items, page.next()), uri)));
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getApplication",
            summary = "Read an application",
            description = "With its ETag. Screeners see each other's scores once two have scored; applicants see the"
                    + " decision with its reasons.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_READ)
    @APIResponse(
            responseCode = "200",
            description = "The application",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return reachable.get(id).chain(this::shown);
    }

    @PATCH
    @Path("/{id}")
    @Operation(
            operationId = "changeApplication",
            summary = "Change an application",
            description =
                    "The members that are sent replace those that are there; null takes one away. Each save is kept. A"
                            + " save that came too late is refused with both versions, as \"yours\" and \"theirs\".")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ApplicationContent.class),
                            example = "{\"populations\":[\"Grades 6 to 8\",\"Multilingual learners\"]}"))
    @APIResponse(
            responseCode = "200",
            description = "Saved",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    @APIResponse(responseCode = "412", description = "Somebody saved since; both versions are in the answer")
    public Uni<Response> change(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        return reachable.own(id).chain(read -> {
            if (!read.state().isOpen()) {
                throw read.not("change it");
            }
            ApplicationContent content = WriteApplication.changed(read, body);
            if (ifMatch != null && !EntityTags.matches(ifMatch, EntityTags.of(read.version()))) {
                return Uni.createFrom().item(stale(content, read));
            }
            EntityTags.requireMatch(ifMatch, read.version());
            return applications
                    .save(read, content, reachable.caller().name())
                    .chain(saved -> saved.isPresent()
                            ? shown(saved.get())
                            : reachable.own(id).map(now -> stale(content, now)));
        });
    }

    @GET
    @Path("/{id}/saves")
    @Operation(
            operationId = "listApplicationSaves",
            summary = "Read every save of an application",
            description = "Newest first, at most 200: what was written, by whom and when.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "The saves",
            content = @Content(example = "{\"items\":[{\"version\":2,\"at\":\"2026-11-27T10:00:00Z\"}]}"))
    public Uni<Response> saves(@PathParam("id") String id) {
        return reachable.own(id).chain(applications::saves).map(Paging::whole);
    }

    @POST
    @Path("/{id}/submit")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "submitApplication",
            summary = "Hand an application in",
            description =
                    "422 names all that is missing. From then on it stays as it is until a screener asks for changes.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Handed in",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Uni<Response> submit(@PathParam("id") String id) {
        String by = reachable.caller().name();
        return reachable.own(id).chain(read -> write.submit(read, by)).chain(this::shown);
    }

    @POST
    @Path("/{id}/withdraw")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "withdrawApplication",
            summary = "Take an application back",
            description = "Until it is decided. It stays readable.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.APPLICATION_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = ApplicationView.class)))
    public Uni<Response> withdraw(@PathParam("id") String id) {
        String by = reachable.caller().name();
        return reachable.own(id).chain(read -> {
            if (!read.state().isOpen() && !read.state().isWithScreeners()) {
                throw read.not("take it back");
            }
            return applications.withdraw(read, by).chain(this::shown);
        });
    }

    private Uni<Response> shown(Application application) {
        return reachable.shown(application).map(view -> Responses.of(ApplicationView.answer(200, application, view)));
    }

    /** Nothing written is lost: both versions. */
    private static Response stale(ApplicationContent yours, Application now) {
        return Responses.of(Problems.stale(yours, now.content(), now.version()));
    }
}
