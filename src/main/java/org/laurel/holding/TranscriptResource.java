package org.laurel.holding;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.laurel.access.people.CurrentAccount;
import org.laurel.access.role.Scopes;

/** What one's own badges count for today. */
@Path("/api/v1/people/me/transcript")
@Tag(name = "Holding")
class TranscriptResource {
    private final Transcripts transcripts;
    private final CurrentAccount me;

    TranscriptResource(Transcripts transcripts, CurrentAccount me) {
        this.transcripts = transcripts;
        this.me = me;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getMyTranscript",
            summary = "What one's own badges count for",
            description =
                    "Each badge in force that was awarded to a proven address of the account, with the recognitions of its"
                            + " version that stand today; totals count of each badge the largest amount of a kind once. As JSON, or as"
                            + " application/vc+jwt signed by the service's own key, which /.well-known/jwks.json publishes.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "The transcript",
            content = {
                @Content(
                        mediaType = "application/json",
                        example =
                                "{\"type\":[\"VerifiableCredential\",\"RecognitionTranscript\"],\"credentialSubject\":"
                                        + "{\"name\":\"Ada\",\"badges\":[],\"totals\":{\"hours\":15}}}"),
                @Content(mediaType = "application/vc+jwt", example = "eyJhbGciOiJFZERTQSIs….….…")
            })
    public Uni<Response> json() {
        return me.get().chain(transcripts::of).map(document -> answer(document.toString()));
    }

    /** The same, signed. The method is public because the framework passes over others. */
    @GET
    @Produces({"application/vc+jwt", "application/jwt"})
    @Operation(hidden = true)
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    public Uni<Response> jwt() {
        return me.get().chain(transcripts::of).map(document -> answer(transcripts.signed(document)));
    }

    private static Response answer(String body) {
        return Response.ok(body)
                .header("Cache-Control", "no-store")
                .header("Vary", "Accept")
                .build();
    }
}
