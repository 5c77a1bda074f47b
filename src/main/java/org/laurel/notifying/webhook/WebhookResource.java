package org.laurel.notifying.webhook;

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
import java.util.List;
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
import org.laurel.issuing.issuer.Issuer;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.fetch.Callbacks;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** The management endpoint of an issuer's webhooks. */
@Path("/api/v1/issuers/{issuer}/webhooks")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Webhooks", description = "Addresses that are told what happens, by the scheme of Standard Webhooks.")
class WebhookResource {
    private static final String NONE = "The issuer has no such webhook.";

    private final ReachableIssuers reachable;
    private final Webhooks webhooks;
    private final Callbacks callbacks;
    private final OnceOnly onceOnly;

    WebhookResource(ReachableIssuers reachable, Webhooks webhooks, Callbacks callbacks, OnceOnly onceOnly) {
        this.reachable = reachable;
        this.webhooks = webhooks;
        this.callbacks = callbacks;
        this.onceOnly = onceOnly;
    }

    /** A webhook with its secret, shown this once. */
    record NewWebhookView(String id, String url, List<String> types, String secret) {
        static Answer answer(int status, Webhooks.NewWebhook made) {
            Webhook webhook = made.webhook();
            return Answer.of(
                    status,
                    new NewWebhookView(
                            webhook.id(),
                            webhook.url(),
                            webhook.types(),
                            made.secret().shown()));
        }
    }

    @POST
    @Operation(
            operationId = "createWebhook",
            summary = "Have an address told what happens",
            description = "Each event of the issuer from then on, of some types or of all, is posted there as {type,"
                    + " timestamp, data: {issuer, subject}}: ids, and nothing personal. It is signed by the scheme of Standard"
                    + " Webhooks (webhook-id, webhook-timestamp, webhook-signature) with the secret in this answer, which is"
                    + " shown this once. Any status 2xx means heard; else it is sent again for three days. Only https, public"
                    + " addresses, no redirects; ten at most.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = WebhookRequest.class),
                            example = "{\"url\":\"https://lms.example.org/laurel\",\"types\":[\"credential.*\"]}"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = NewWebhookView.class)))
    public Uni<Response> create(
            @PathParam("issuer") String issuer, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = by();
        return reachable
                .get(issuer)
                .chain(found ->
                        onceOnly.run(OnceOnlyCall.of(by, key, "POST webhooks " + found.id(), body), recorder -> {
                            Webhooks.Wanted wanted = RecordReader.read(body, WebhookRequest.class)
                                    .orThrow()
                                    .wanted(callbacks);
                            return webhooks.create(
                                            found.number(),
                                            wanted,
                                            by,
                                            recorder.keeping(made -> NewWebhookView.answer(201, made)))
                                    .map(made -> NewWebhookView.answer(201, made));
                        }));
    }

    @GET
    @Operation(
            operationId = "listWebhooks",
            summary = "List webhooks",
            description = "Newest first, without secrets; whether each is told, and since when it fails.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "The webhooks",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"url\":\"https://…\",\"enabled\":true}]}"))
    public Uni<Response> list(@PathParam("issuer") String issuer) {
        return reachable
                .get(issuer)
                .chain(found -> webhooks.list(found.number()))
                .map(Paging::whole);
    }

    @DELETE
    @Path("/{webhook}")
    @Operation(operationId = "removeWebhook", summary = "Remove a webhook", description = "It is told nothing more.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @APIResponse(responseCode = "204", description = "Removed")
    public Uni<Response> remove(@PathParam("issuer") String issuer, @PathParam("webhook") String webhook) {
        String by = by();
        return reachable
                .get(issuer)
                .chain(found -> webhooks.remove(found.number(), webhook, by))
                .map(removed -> Responses.removed(removed, NONE));
    }

    @POST
    @Path("/{webhook}/rotate")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Give a webhook a new secret",
            description =
                    "Shown in this answer and never again. For a day each request bears two signatures, one by the"
                            + " secret before.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Rotated",
            content = @Content(schema = @Schema(implementation = NewWebhookView.class)))
    public Uni<Response> rotate(@PathParam("issuer") String issuer, @PathParam("webhook") String webhook) {
        String by = by();
        return reachable
                .get(issuer)
                .chain(found -> webhooks.rotate(found.number(), webhook, by))
                .map(WebhookResource::there)
                .map(made -> Responses.of(NewWebhookView.answer(200, made)));
    }

    @POST
    @Path("/{webhook}/enable")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "enableWebhook",
            summary = "Tell a webhook again",
            description =
                    "One that was disabled since it failed for three days, or answered 410. What happened meanwhile is"
                            + " not told; what failed can be sent again.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.CLIENT_WRITE)
    @APIResponse(
            responseCode = "200",
            description = "Enabled",
            content = @Content(schema = @Schema(implementation = Webhook.class)))
    public Uni<Response> enable(@PathParam("issuer") String issuer, @PathParam("webhook") String webhook) {
        String by = by();
        return reachable
                .get(issuer)
                .chain(found -> webhooks.enable(found.number(), webhook, by))
                .map(enabled -> Responses.of(Answer.of(200, there(enabled))));
    }

    private String by() {
        return reachable.caller().name();
    }

    /** The webhook of an issuer; a 404 problem when there is none. */
    static Uni<Webhook> find(Webhooks webhooks, Issuer issuer, String id) {
        return webhooks.find(issuer.number(), id).map(WebhookResource::there);
    }

    private static <T> T there(Optional<T> found) {
        return found.orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, NONE));
    }
}
