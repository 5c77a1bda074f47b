package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.laurel.issuing.picture.PictureDoor;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** The management endpoint of issuers. */
@Path("/api/v1/issuers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Issuers", description = "Organisations that issue: profile, DID, settings.")
class IssuerResource {
    private static final String EXAMPLE =
            "{\"slug\":\"oak-hill\",\"name\":\"Oak Hill School District\",\"url\":\"https://oakhill.example\","
                    + "\"email\":\"badges@oakhill.example\"}";

    private final Issuers issuers;
    private final ReplaceIssuer replace;
    private final ReachableIssuers reachable;
    private final PictureDoor pictures;
    private final OnceOnly onceOnly;
    private final BaseUrl base;

    IssuerResource(
            Issuers issuers,
            ReplaceIssuer replace,
            ReachableIssuers reachable,
            PictureDoor pictures,
            OnceOnly onceOnly,
            BaseUrl base) {
        this.pictures = pictures;
        this.issuers = issuers;
        this.replace = replace;
        this.reachable = reachable;
        this.onceOnly = onceOnly;
        this.base = base;
    }

    @POST
    @Operation(
            operationId = "createIssuer",
            summary = "Make an issuer",
            description = "Makes an organisation that issues, its did:web under this origin, and two keys (P-256 and"
                    + " Ed25519). The slug is for ever. Screening is waived, since the administrator makes it this way;"
                    + " screeningReason says why.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_CREATE)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = IssuerRequest.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = IssuerView.class)))
    public Uni<Response> create(
            @Parameter(description = "Makes a retry safe: the same key and body give the first answer again")
                    @HeaderParam("Idempotency-Key")
                    @Nullable String key,
            byte[] body) {
        Caller caller = reachable.caller();
        return onceOnly.run(OnceOnlyCall.of(caller.name(), key, "POST /api/v1/issuers", body), recorder -> {
            IssuerRequest request = RecordReader.read(body, IssuerRequest.class).orThrow();
            if (request.slug() == null) {
                throw ProblemException.of(
                        ProblemType.INVALID,
                        List.of(new Violation("/slug", "required", "\"slug\" is required, and is missing.")));
            }
            Issuers.NewIssuer made = new Issuers.NewIssuer(
                    request.slug(),
                    request.profile(base.issuerDid(request.slug().value())),
                    request.settingsOrDefault(),
                    new Issuers.Standing(
                            kind(request), Screening.waived(caller.name(), request.screeningReason()), List.of()),
                    caller.name());
            return pictures.requireOwn(0, request.image())
                    .chain(() -> issuers.create(made, recorder.keeping(issuer -> IssuerView.answer(201, issuer, base))))
                    .map(issuer -> IssuerView.answer(201, issuer, base));
        });
    }

    private static OrganisationKind kind(IssuerRequest request) {
        if (request.kind() == OrganisationKind.PROGRAMME) {
            throw ProblemException.of(
                    ProblemType.INVALID,
                    List.of(new Violation("/kind", "invalid", "The programme is made by PUT /api/v1/programme.")));
        }
        return request.kind() == null ? OrganisationKind.ISSUER : request.kind();
    }

    @GET
    @Operation(
            operationId = "listIssuers",
            summary = "List issuers",
            description = "Newest first; a client of an issuer sees its own.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of issuers",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"slug\":\"oak-hill\"}],\"next\":\"…\"}"))
    public Uni<Response> list(
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return issuers.list(reachable.caller().issuers(), Paging.request(limit, cursor))
                .map(page -> Paging.response(page.map(issuer -> IssuerView.of(issuer, base)), uri));
    }

    @GET
    @Path("/{issuer}")
    @Operation(operationId = "getIssuer", summary = "Read an issuer", description = "By slug or id, with its ETag.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_READ)
    @APIResponse(
            responseCode = "200",
            description = "The issuer",
            content = @Content(schema = @Schema(implementation = IssuerView.class)))
    public Uni<Response> get(@PathParam("issuer") String issuer) {
        return reachable.get(issuer).map(found -> Responses.of(IssuerView.answer(200, found, base)));
    }

    @PUT
    @Path("/{issuer}")
    @Operation(
            operationId = "replaceIssuer",
            summary = "Replace an issuer's profile and settings",
            description = "Badges that were signed before keep what they say. The slug cannot be changed.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_WRITE)
    @RequestBody(
            required = true,
            content = @Content(schema = @Schema(implementation = IssuerRequest.class), example = EXAMPLE))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = IssuerView.class)))
    public Uni<Response> replace(
            @PathParam("issuer") String issuer, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        Caller caller = reachable.caller();
        return reachable.get(issuer).chain(found -> {
            EntityTags.requireMatch(ifMatch, found.version());
            IssuerRequest request = RecordReader.read(body, IssuerRequest.class).orThrow();
            return replace.with(found, request, caller.name())
                    .map(updated -> Responses.of(IssuerView.answer(200, updated, base)));
        });
    }
}
