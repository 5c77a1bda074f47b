package org.laurel.issuing.achievement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scopes;
import org.laurel.issuing.achievement.AchievementTerms.Termed;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.Problems;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;

/** How often, when and by whom a micro-credential is earned and assessed. */
@Path("/api/v1/achievements/{id}/terms")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Micro-credentials")
class AchievementTermsResource {
    private final ReachableAchievements reachable;
    private final ReachableIssuers issuers;
    private final AchievementTerms terms;

    AchievementTermsResource(ReachableAchievements reachable, ReachableIssuers issuers, AchievementTerms terms) {
        this.reachable = reachable;
        this.issuers = issuers;
        this.terms = terms;
    }

    @GET
    @Operation(
            operationId = "getAchievementTerms",
            summary = "How a micro-credential is earned and assessed",
            description = "Attempts, dates, appeals, training and planted items, with their ETag.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "The terms",
            content = @Content(schema = @Schema(implementation = EarningTerms.class)))
    public Uni<Response> get(@PathParam("id") String id) {
        return reachable.get(id).chain(terms::of).map(AchievementTermsResource::shown);
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceAchievementTerms",
            summary = "Say how a micro-credential is earned and assessed",
            description = "At any time, of published versions too: badges do not say it. What is left out is as usual.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = EarningTerms.class),
                            example = "{\"mostAttempts\":3,\"closesAt\":\"2027-06-30T22:00:00Z\",\"trainingItems\":3}"))
    @APIResponse(
            responseCode = "200",
            description = "Replaced",
            content = @Content(schema = @Schema(implementation = EarningTerms.class)))
    @APIResponse(responseCode = "412", description = "Somebody changed them since; both are in the answer")
    public Uni<Response> replace(
            @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        String by = issuers.caller().name();
        return reachable.get(id).chain(found -> terms.of(found).chain(read -> {
            EarningTerms wanted = RecordReader.read(body, EarningTerms.class).orThrow();
            if (ifMatch != null && !EntityTags.matches(ifMatch, EntityTags.of(read.version()))) {
                return Uni.createFrom().item(stale(wanted, read));
            }
            EntityTags.requireMatch(ifMatch, read.version());
            return terms.replace(found, read.version(), wanted, by)
                    .chain(saved -> saved.isPresent()
                            ? Uni.createFrom().item(shown(saved.get()))
                            : terms.of(found).map(now -> stale(wanted, now)));
        }));
    }

    private static Response shown(Termed termed) {
        return Responses.of(Answer.of(200, termed.terms()).with("ETag", EntityTags.of(termed.version())));
    }

    private static Response stale(EarningTerms yours, Termed now) {
        return Responses.of(Problems.stale(yours, now.terms(), now.version()));
    }
}
