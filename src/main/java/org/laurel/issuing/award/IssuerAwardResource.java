package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
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
import org.laurel.access.role.Scopes;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** The management endpoint of an issuer's awards. */
@Path("/api/v1/issuers/{issuer}/awards")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Awards", description = "Award, revoke, suspend, reinstate.")
class IssuerAwardResource {
    private final ReachableIssuers issuers;
    private final SharedAwards sharedAwards;
    private final Awards awards;
    private final OnceOnly onceOnly;
    private final BaseUrl base;

    IssuerAwardResource(
            ReachableIssuers issuers, SharedAwards sharedAwards, Awards awards, OnceOnly onceOnly, BaseUrl base) {
        this.issuers = issuers;
        this.sharedAwards = sharedAwards;
        this.awards = awards;
        this.onceOnly = onceOnly;
        this.base = base;
    }

    @POST
    @Operation(
            operationId = "createAward",
            summary = "Award a micro-credential",
            description = "Composes, checks, signs, stores and hosts an Open Badge. 201 means durable. With an"
                    + " Idempotency-Key a retry is safe. Identifiers go into the badge hashed with a fresh salt, unless"
                    + " hashed is false.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_CREATE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = AwardRequest.class),
                            example = "{\"achievement\":\"1-…\",\"recipient\":{\"email\":\"ada@example.org\"}}"))
    @APIResponse(
            responseCode = "201",
            description = "Awarded",
            content = @Content(schema = @Schema(implementation = AwardView.class)))
    public Uni<Response> create(
            @PathParam("issuer") String issuer, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = issuers.caller().name();
        return issuers.get(issuer)
                .chain(found -> onceOnly.run(OnceOnlyCall.of(by, key, "POST awards " + found.id(), body), recorder -> {
                    AwardRequest request =
                            RecordReader.read(body, AwardRequest.class).orThrow();
                    String slug = found.slug().value();
                    return sharedAwards
                            .award(
                                    found,
                                    request,
                                    by,
                                    recorder.keeping(made -> AwardView.answer(201, made, slug, base)))
                            .map(made -> AwardView.answer(201, made, slug, base));
                }));
    }

    @GET
    @Operation(
            operationId = "listAwards",
            summary = "List an issuer's awards",
            description = "Newest first; filters: state, achievement, recipient (ids), externalId.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of awards",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"state\":\"issued\"}],\"next\":\"…\"}"))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            example = "issued",
            schema = @Schema(implementation = String.class))
    @Parameter(name = "achievement", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "recipient", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "externalId", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, example = "50", schema = @Schema(implementation = String.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public Uni<Response> list(@PathParam("issuer") String issuer, @Context UriInfo uri) {
        var query = uri.getQueryParameters();
        Awards.AwardFilter filter = new Awards.AwardFilter(
                state(query.getFirst("state")),
                Optional.ofNullable(query.getFirst("achievement")),
                Optional.ofNullable(query.getFirst("recipient")),
                Optional.ofNullable(query.getFirst("externalId")));
        return issuers.get(issuer).chain(found -> awards.list(
                        found.number(), filter, Paging.request(query.getFirst("limit"), query.getFirst("cursor")))
                .map(page -> Paging.response(
                        page.map(award -> AwardView.of(award, found.slug().value(), base)), uri)));
    }

    private static Optional<AwardState> state(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(AwardState.values())
                .filter(state -> state.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.BAD_PARAMETER,
                        List.of(new Violation(
                                "?state", "invalid", "state: expected issued, suspended, revoked or erased.")))));
    }
}
