package org.laurel.issuing.screening;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import org.laurel.issuing.issuer.Screening;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;

/** Takes the right to issue away, and gives it back. */
@Path("/api/v1/issuers/{issuer}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Screening")
class WithdrawalResource {
    private static final int LONGEST = 2000;

    private final ReachableIssuers reachable;
    private final Withdraw withdraw;

    WithdrawalResource(ReachableIssuers reachable, Withdraw withdraw) {
        this.reachable = reachable;
        this.withdraw = withdraw;
    }

    /** Why. */
    record WithdrawalRequest(String reason) {
        WithdrawalRequest {
            Bounds.text("reason", reason, LONGEST);
        }
    }

    /** What counts now. */
    record StandingView(
            String id,
            Screening.State screening,
            String by,
            @Nullable Instant at,
            @Nullable Instant until,
            @Nullable String reason) {
        static StandingView of(Issuer issuer) {
            Screening screening = issuer.screening();
            return new StandingView(
                    issuer.id(),
                    screening.state(),
                    screening.by(),
                    screening.at(),
                    screening.until(),
                    screening.reason());
        }
    }

    @POST
    @Path("/withdraw")
    @Operation(
            operationId = "withdrawIssuer",
            summary = "Withdraw the right to issue",
            description =
                    "New awards stop at once, reviews under way are closed with a notice, the programme's endorsement is"
                            + " revoked, registry and catalogue drop the organisation. Badges already awarded stay verified, and it"
                            + " can still revoke them.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_WITHDRAW)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = WithdrawalRequest.class),
                            example = "{\"reason\":\"Evidence is no longer assessed.\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Withdrawn",
            content = @Content(schema = @Schema(implementation = StandingView.class)))
    public Uni<Response> withdraw(@PathParam("issuer") String issuer, byte[] body) {
        WithdrawalRequest request =
                RecordReader.read(body, WithdrawalRequest.class).orThrow();
        String by = reachable.caller().name();
        return reachable
                .get(issuer)
                .chain(found -> withdraw.withdraw(found, request.reason(), by))
                .map(done -> Responses.of(Answer.of(200, StandingView.of(done))));
    }

    @POST
    @Path("/reinstate")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "reinstateIssuer",
            summary = "Give the right to issue back",
            description = "For the rest of its term, with a fresh endorsement by the programme.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_WITHDRAW)
    @APIResponse(
            responseCode = "200",
            description = "Given back",
            content = @Content(schema = @Schema(implementation = StandingView.class)))
    public Uni<Response> reinstate(@PathParam("issuer") String issuer) {
        String by = reachable.caller().name();
        return reachable
                .get(issuer)
                .chain(found -> withdraw.reinstate(found, by))
                .map(done -> Responses.of(Answer.of(200, StandingView.of(done))));
    }
}
