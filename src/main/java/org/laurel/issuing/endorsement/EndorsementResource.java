package org.laurel.issuing.endorsement;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
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
import org.laurel.document.credential.EndorsementSubject;
import org.laurel.issuing.issuer.ReachableIssuers;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Paging;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.Bounds;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.PublicId;

/** The management endpoint of endorsements. */
@Path("/api/v1/issuers/{issuer}/endorsements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Endorsements",
        description = "What an organisation says of others, of micro-credentials and badges, signed.")
class EndorsementResource {
    private static final int LONGEST = 2000;

    private final ReachableIssuers reachable;
    private final Endorse endorse;
    private final EndorsementStore store;
    private final OnceOnly onceOnly;
    private final EndorsementRules rules;

    EndorsementResource(
            ReachableIssuers reachable,
            Endorse endorse,
            EndorsementStore store,
            OnceOnly onceOnly,
            EndorsementRules rules) {
        this.reachable = reachable;
        this.endorse = endorse;
        this.store = store;
        this.onceOnly = onceOnly;
        this.rules = rules;
    }

    /**
     * What is to be said.
     *
     * @param subject the IRI of a profile (its DID), of an achievement or of a credential, here or elsewhere
     * @param comment what is said, Markdown
     * @param validUntil when it lapses
     */
    record EndorsementRequest(
            String subject, String comment, @Nullable Instant validUntil) {
        EndorsementRequest {
            if (!isIri(subject)
                    || !subject.startsWith("did:")
                            && !subject.startsWith("https://")
                            && !subject.startsWith("http://")
                            && !subject.startsWith("urn:")) {
                throw new IllegalArgumentException("subject: expected a DID, a URN or a web address");
            }
            Bounds.text("comment", comment, LONGEST);
        }

        private static boolean isIri(String text) {
            try {
                new EndorsementSubject(text, null);
                return true;
            } catch (IllegalArgumentException e) {
                return false; // said in the words of this member
            }
        }
    }

    /** Why it is taken back. */
    record RevocationRequest(String reason) {
        RevocationRequest {
            Bounds.text("reason", reason, LONGEST);
        }
    }

    @POST
    @Operation(
            operationId = "createEndorsement",
            summary = "Endorse",
            description =
                    "Signs an Open Badges EndorsementCredential of a profile, an achievement or a credential and hosts"
                            + " it. What is hosted here lists it at once; badges embed none. An organisation here may be called"
                            + " by its page, too. One's own things are not endorsed, nor the same thing twice; the programme"
                            + " speaks for what it screened or reviewed.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ENDORSEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = EndorsementRequest.class),
                            example = "{\"subject\":\"https://badges.example.org/achievements/1-…\","
                                    + "\"comment\":\"Counts for licence renewal in our district.\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Signed",
            content = @Content(schema = @Schema(implementation = EndorsementView.class)))
    public Uni<Response> create(
            @PathParam("issuer") String issuer, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = reachable.caller().name();
        return reachable
                .get(issuer)
                .chain(found ->
                        onceOnly.run(OnceOnlyCall.of(by, key, "POST endorsements " + found.id(), body), recorder -> {
                            EndorsementRequest request = RecordReader.read(body, EndorsementRequest.class)
                                    .orThrow();
                            Instant until = store.later(request.validUntil());
                            return rules.subject(found, request.subject())
                                    .map(subject -> new Endorse.Wanted(
                                            subject,
                                            Endorsement.Purpose.ENDORSEMENT,
                                            "Endorsement by " + found.profile().name(),
                                            request.comment(),
                                            until))
                                    .chain(wanted -> endorse.sign(found, wanted, by))
                                    .call(made ->
                                            store.keep(made, recorder.keeping(one -> answer(201, one.endorsement()))))
                                    .map(made -> answer(201, made.endorsement()));
                        }));
    }

    @GET
    @Operation(
            operationId = "listEndorsements",
            summary = "List what an organisation endorses",
            description = "Newest first, those that were taken back too.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_READ)
    @APIResponse(
            responseCode = "200",
            description = "A page of endorsements",
            content = @Content(example = "{\"items\":[{\"id\":\"1-…\",\"subject\":\"did:web:…\"}]}"))
    public Uni<Response> list(
            @PathParam("issuer") String issuer,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor,
            @Context UriInfo uri) {
        return reachable
                .get(issuer)
                .chain(found -> store.all().list(found.number(), Paging.request(limit, cursor)))
                .map(page -> Paging.response(page.map(one -> EndorsementView.of(one, store.base())), uri));
    }

    @POST
    @Path("/{endorsement}/revoke")
    @Operation(
            operationId = "revokeEndorsement",
            summary = "Take an endorsement back",
            description =
                    "It stays where it is hosted; its status entry says that it no longer counts. The programme's word"
                            + " for an organisation falls with withdrawing it, that for a micro-credential with retiring it first.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ENDORSEMENT_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RevocationRequest.class),
                            example = "{\"reason\":\"No longer offered.\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Taken back",
            content = @Content(schema = @Schema(implementation = EndorsementView.class)))
    public Uni<Response> revoke(
            @PathParam("issuer") String issuer, @PathParam("endorsement") String endorsement, byte[] body) {
        String by = reachable.caller().name();
        return reachable.get(issuer).chain(found -> {
            RevocationRequest request =
                    RecordReader.read(body, RevocationRequest.class).orThrow();
            return PublicId.parse(endorsement)
                    .filter(id -> id.issuerNo() == found.number())
                    .map(store.all()::find)
                    .orElse(Uni.createFrom().item(Optional.empty()))
                    .map(one -> one.orElseThrow(
                            () -> ProblemException.of(ProblemType.NOT_FOUND, "There is no such endorsement.")))
                    .call(rules::requireOwnWord)
                    .chain(one -> store.all().revoke(one, request.reason(), by))
                    .map(one -> Responses.of(answer(200, one)));
        });
    }

    private Answer answer(int status, Endorsement endorsement) {
        Answer answer = Answer.of(status, EndorsementView.of(endorsement, store.base()));
        return status == 201 ? answer.with("Location", store.base().endorsement(endorsement.id())) : answer;
    }
}
