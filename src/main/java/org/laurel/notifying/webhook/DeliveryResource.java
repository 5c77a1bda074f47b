package org.laurel.notifying.webhook;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** What was sent to a webhook, and is to be. */
@Path("/api/v1/issuers/{issuer}/webhooks/{webhook}/deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks")
class DeliveryResource {
    private static final List<String> STATES = List.of("waiting", "delivered", "failed");

    private final ReachableIssuers reachable;
    private final Webhooks webhooks;

    DeliveryResource(ReachableIssuers reachable, Webhooks webhooks) {
        this.reachable = reachable;
        this.webhooks = webhooks;
    }

    @GET
    @Operation(
            operationId = "listWebhookDeliveries",
            summary = "List what was sent to a webhook",
            description =
                    "Newest first, kept for 30 days; what came of the last attempt. Filter: state (waiting, delivered"
                            + " or failed).")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "A page of deliveries",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"id\":\"msg_…\",\"type\":\"credential.awarded\",\"state\":\"delivered\",\"status\":204}]}"))
    @Parameter(
            name = "state",
            in = ParameterIn.QUERY,
            example = "failed",
            schema = @Schema(implementation = String.class))
    @Parameter(name = "limit", in = ParameterIn.QUERY, example = "50", schema = @Schema(implementation = String.class))
    @Parameter(name = "cursor", in = ParameterIn.QUERY, schema = @Schema(implementation = String.class))
    public Uni<Response> list(
            @PathParam("issuer") String issuer, @PathParam("webhook") String webhook, @Context UriInfo uri) {
        var query = uri.getQueryParameters();
        Optional<String> state = Optional.ofNullable(query.getFirst("state"));
        if (state.isPresent() && !STATES.contains(state.get())) {
            throw ProblemException.of(
                    ProblemType.BAD_PARAMETER,
                    List.of(new Violation("?state", "invalid", "state: expected waiting, delivered or failed.")));
        }
        return reachable
                .get(issuer)
                .chain(found -> WebhookResource.find(webhooks, found, webhook))
                .chain(found -> webhooks.deliveries(
                        found, state, Paging.request(query.getFirst("limit"), query.getFirst("cursor"))))
                .map(page -> Paging.response(page, uri));
    }

    @POST
    @Path("/{id}/redeliver")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "redeliverWebhook",
            summary = "Send one again",
            description = "With the same webhook-id, so that a receiver knows it again; from the first attempt on.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "It will be",
            content = @Content(schema = @Schema(implementation = Delivery.class)))
    public Uni<Response> redeliver(
            @PathParam("issuer") String issuer, @PathParam("webhook") String webhook, @PathParam("id") String id) {
        return reachable
                .get(issuer)
                .chain(found -> WebhookResource.find(webhooks, found, webhook))
                .chain(found -> {
                    if (!found.enabled()) {
                        throw ProblemException.of(
                                ProblemType.CONFLICT, "The webhook is disabled. Allowed now: enable it first.");
                    }
                    return webhooks.redeliver(found, id);
                })
                .map(sent -> Responses.of(Answer.of(
                        200,
                        sent.orElseThrow(
                                () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such delivery.")))));
    }
}
