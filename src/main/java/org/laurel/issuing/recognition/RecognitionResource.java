package org.laurel.issuing.recognition;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.laurel.issuing.achievement.AchievementDefinitions;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.store.PublicId;

/** What micro-credentials count for: read by everybody, said by organisations that recognise. */
@Path("/api/v1/achievements/{id}/recognitions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Recognition", description = "What micro-credentials count for, and where.")
class RecognitionResource {
    private final ReachableIssuers issuers;
    private final AchievementDefinitions achievements;
    private final RecognisedAchievements recognised;
    private final Recognise recognise;
    private final OnceOnly onceOnly;
    private final BaseUrl base;

    RecognitionResource(
            ReachableIssuers issuers,
            AchievementDefinitions achievements,
            RecognisedAchievements recognised,
            Recognise recognise,
            OnceOnly onceOnly,
            BaseUrl base) {
        this.issuers = issuers;
        this.achievements = achievements;
        this.recognised = recognised;
        this.recognise = recognise;
        this.onceOnly = onceOnly;
        this.base = base;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recogniseAchievement",
            summary = "Say what a micro-credential counts for",
            description =
                    "By a recognising organisation, of a published version: hours, credits, salary-steps or"
                            + " licence-renewal, where, from and until when. It signs an endorsement in a sentence of fixed form, which is shown"
                            + " with the micro-credential and with each of its badges as known today. Once a kind; say it anew after withdrawing.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ENDORSEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RecognitionRequest.class),
                            example =
                                    "{\"by\":\"springfield\",\"kind\":\"hours\",\"amount\":15,"
                                            + "\"where\":\"Springfield Unified School District\",\"until\":\"2028-06-30T00:00:00Z\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = RecognitionView.class)))
    public Uni<Response> create(
            @PathParam("id") String id, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = issuers.caller().name();
        RecognitionRequest request =
                RecordReader.read(body, RecognitionRequest.class).orThrow();
        return issuers.get(request.by()).chain(organisation -> recognised
                .find(id)
                .chain(achievement ->
                        onceOnly.run(OnceOnlyCall.of(by, key, "POST recognitions " + id, body), recorder -> recognise
                                .recognise(
                                        new Recognise.Wanted(
                                                organisation,
                                                achievement,
                                                request.counts(),
                                                request.from(),
                                                request.until()),
                                        by,
                                        recorder.keeping(made -> answer(201, made)))
                                .map(made -> answer(201, made)))));
    }

    @GET
    @Operation(
            operationId = "listRecognitions",
            summary = "What a micro-credential counts for",
            description =
                    "Of one's own: those that stand now, the oldest first, at most 100. Everybody reads the same at"
                            + " /achievements/{id}/recognitions.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ACHIEVEMENT_READ)
    @APIResponse(
            responseCode = "200",
            description = "The recognitions",
            content =
                    @Content(
                            example =
                                    "{\"items\":[{\"sentence\":\"Counts as 15 hours of professional learning in …\"}]}"))
    public Uni<Response> list(@PathParam("id") String id) {
        var caller = issuers.caller();
        return PublicId.parse(id)
                .filter(parsed -> caller.reaches(parsed.issuerNo()))
                .map(achievements::find)
                .orElse(Uni.createFrom().item(Optional.empty()))
                .map(found -> found.orElseThrow(RecognisedAchievements::none))
                .chain(recognised::of)
                .map(all -> Responses.of(Answer.of(200, all)));
    }

    private Answer answer(int status, Recognition recognition) {
        return Answer.of(status, RecognitionView.of(recognition, base));
    }
}
