package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;

/** Where an issuer revokes many awards at once. */
@Path("/api/v1/issuers/{issuer}/awards/revocations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class IssuerRevocationResource {
    private static final int MOST = 1000;

    private final ReachableIssuers issuers;
    private final RevokeAwards revokeAwards;

    IssuerRevocationResource(ReachableIssuers issuers, RevokeAwards revokeAwards) {
        this.issuers = issuers;
        this.revokeAwards = revokeAwards;
    }

    /**
     * Which awards, and why.
     *
     * @param awards their ids, at most 1,000
     * @param reason kept with each, and not shown in public
     * @param undo for how long it can be undone; at once when not said
     */
    record RevokeManyRequest(
            List<String> awards, String reason, @Nullable String undo) {
        RevokeManyRequest {
            awards = Bounds.list("awards", awards, MOST);
            if (awards.isEmpty() || new HashSet<>(awards).size() < awards.size()) {
                throw new IllegalArgumentException("awards: expected at least one, and each once");
            }
            Bounds.text("reason", reason, Award.LONGEST_REASON);
            UndoWindow.of(undo);
        }
    }

    /**
     * What came of it.
     *
     * @param id by which it can be undone as long as it is to come
     * @param awards how each stands now
     */
    record RevocationsView(String id, List<RevokedView> awards) {}

    /**
     * How an award stands.
     *
     * @param id the award
     * @param state its state
     * @param revokedAt when it will be revoked; absent when that is over
     */
    record RevokedView(String id, String state, @Nullable Instant revokedAt) {}

    @POST
    @Operation(
            operationId = "revokeAwards",
            summary = "Revoke many awards",
            description =
                    "Up to 1,000 of one issuer: at once, or after the time in \"undo\" (PT10M, at most a day), until which"
                            + " nobody hears of it and it can be undone. All are written down before the first is revoked. What is revoked or"
                            + " erased stays so. 422 names each award that there is not, and then none is revoked.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RevokeManyRequest.class),
                            example =
                                    "{\"awards\":[\"1-…\",\"1-…\"],\"reason\":\"The exam was void\",\"undo\":\"PT10M\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Revoked, or to be revoked",
            content = @Content(schema = @Schema(implementation = RevocationsView.class)))
    public Uni<Response> revoke(@PathParam("issuer") String issuer, byte[] body) {
        String by = issuers.caller().name();
        return issuers.get(issuer).chain(found -> {
            RevokeManyRequest request =
                    RecordReader.read(body, RevokeManyRequest.class).orThrow();
            RevokeAwards.Order order = new RevokeAwards.Order(request.reason(), UndoWindow.of(request.undo()), by);
            return revokeAwards
                    .many(found.number(), request.awards(), order)
                    .map(many -> Responses.of(Answer.of(200, view(many))));
        });
    }

    private static RevocationsView view(RevokeAwards.Many many) {
        return new RevocationsView(
                many.id(),
                many.stand().stream()
                        .map(one -> new RevokedView(
                                one.awardId(), one.state(), one.at().orElse(null)))
                        .toList());
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "undoRevokeAwards",
            summary = "Think again about revoking many",
            description = "Those that were not revoked yet stay in force; 409 when there is none.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.AWARD_REVOKE)
    @APIResponse(responseCode = "204", description = "Undone")
    @APIResponse(responseCode = "409", description = "Carried out, or undone already")
    public Uni<Response> undo(@PathParam("issuer") String issuer, @PathParam("id") String revocation) {
        String by = issuers.caller().name();
        return issuers.get(issuer)
                .chain(found -> revokeAwards.undo(found.number(), revocation, by))
                .replaceWith(Response.noContent().build());
    }
}
