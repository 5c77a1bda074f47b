package org.laurel.issuing.issuer;

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
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.key.IssuerKey;
import org.laurel.securing.key.IssuerKeys;
import org.laurel.securing.key.KeyRing;
import org.laurel.securing.key.KeyState;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.OnceOnly;
import org.laurel.shared.door.OnceOnlyCall;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.store.Alongside;

/** The management endpoint of an issuer's keys. Private halves are never shown. */
@Path("/api/v1/issuers/{issuer}/keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Keys",
        description = "What an issuer signs with; retired keys stay published, so that old badges stay genuine.")
class KeyResource {
    private final Issuers issuers;
    private final ReachableIssuers reachable;
    private final IssuerKeys keys;
    private final OnceOnly onceOnly;

    KeyResource(Issuers issuers, ReachableIssuers reachable, IssuerKeys keys, OnceOnly onceOnly) {
        this.issuers = issuers;
        this.reachable = reachable;
        this.keys = keys;
        this.onceOnly = onceOnly;
    }

    /** Which kind of key to make: {@code ES256}, {@code EdDSA} or {@code RS256}. */
    record KeyRequest(JwtAlgorithm algorithm) {}

    /** Whether a key is only taken out of use, or in wrong hands. */
    record RetireRequest(@Nullable Boolean compromised) {}

    @GET
    @Operation(
            operationId = "listKeys",
            summary = "List an issuer's keys",
            description = "Oldest first, retired ones too.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.ISSUER_READ)
    @APIResponse(
            responseCode = "200",
            description = "The keys",
            content = @Content(example = "{\"items\":[{\"id\":\"7\",\"algorithm\":\"ES256\",\"state\":\"active\"}]}"))
    public Uni<Response> list(@PathParam("issuer") String issuer) {
        return reachable
                .get(issuer)
                .chain(found -> keys.ring(found.keys()))
                .map(ring -> Responses.of(Answer.of(200, items(ring))));
    }

    @POST
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description = "Makes an active key; an issuer that wants RS256 signatures makes its RSA key this way.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.KEY_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = KeyRequest.class),
                            example = "{\"algorithm\":\"RS256\"}"))
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Uni<Response> create(
            @PathParam("issuer") String issuer, @HeaderParam("Idempotency-Key") @Nullable String key, byte[] body) {
        String by = reachable.caller().name();
        return reachable
                .get(issuer)
                .chain(found -> onceOnly.run(OnceOnlyCall.of(by, key, "POST keys " + found.id(), body), recorder -> {
                    SignatureAlgorithm algorithm = RecordReader.read(body, KeyRequest.class)
                            .orThrow()
                            .algorithm()
                            .algorithm();
                    return add(found, algorithm, Optional.empty(), recorder.keeping(KeyResource::made));
                }));
    }

    @POST
    @Path("/{key}/rotate")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "rotateKey",
            summary = "Rotate a key",
            description = "Makes a new active key of the same kind and retires this one; what it signed stays genuine.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.KEY_WRITE)
    @APIResponse(
            responseCode = "201",
            description = "The new key",
            content = @Content(schema = @Schema(implementation = KeyView.class)))
    public Uni<Response> rotate(@PathParam("issuer") String issuer, @PathParam("key") String key) {
        return reachable
                .get(issuer)
                .chain(found -> keys.ring(found.keys())
                        .map(ring -> active(ring, key))
                        .chain(old -> add(found, old.algorithm(), Optional.of(old.number()), Alongside.nothing())))
                .map(Responses::of);
    }

    @POST
    @Path("/{key}/retire")
    @Operation(
            operationId = "retireKey",
            summary = "Take a key out of use",
            description =
                    "With compromised: true it is published as revoked, and nothing signed with it counts from then"
                            + " on. The last active key of its kind cannot be retired: rotate it.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.KEY_WRITE)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = RetireRequest.class),
                            example = "{\"compromised\":false}"))
    @APIResponse(
            responseCode = "200",
            description = "The keys as they are now",
            content = @Content(example = "{\"items\":[]}"))
    public Uni<Response> retire(@PathParam("issuer") String issuer, @PathParam("key") String key, byte[] body) {
        String by = reachable.caller().name();
        return reachable.get(issuer).chain(found -> keys.ring(found.keys()).chain(ring -> {
            IssuerKey old = find(ring, key);
            boolean compromised = Boolean.TRUE.equals(
                    RecordReader.read(body, RetireRequest.class).orThrow().compromised());
            requireAnother(ring, old);
            return issuers.retireKey(found, old.number(), compromised ? KeyState.COMPROMISED : KeyState.RETIRED, by)
                    .chain(changed -> keys.ring(changed.keys()))
                    .map(changed -> Responses.of(Answer.of(200, items(changed))));
        }));
    }

    private Uni<Answer> add(
            Issuer issuer, SignatureAlgorithm algorithm, Optional<Long> retiring, Alongside<IssuerKey> alongside) {
        return issuers.addKey(issuer, algorithm, retiring, reachable.caller().name(), alongside)
                .map(KeyResource::made);
    }

    private static Answer made(IssuerKey key) {
        return Answer.of(201, KeyView.of(key));
    }

    private static IssuerKey find(KeyRing ring, String number) {
        return ring.keys().stream()
                .filter(key -> Long.toString(key.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(ProblemType.NOT_FOUND, "The issuer has no such key."));
    }

    private static IssuerKey active(KeyRing ring, String number) {
        IssuerKey key = find(ring, number);
        if (key.state() != KeyState.ACTIVE) {
            throw ProblemException.of(ProblemType.CONFLICT, "Only an active key can be rotated.");
        }
        return key;
    }

    private static void requireAnother(KeyRing ring, IssuerKey leaving) {
        boolean last = leaving.state() == KeyState.ACTIVE
                && ring.keys().stream()
                                .filter(key -> key.state() == KeyState.ACTIVE && key.algorithm() == leaving.algorithm())
                                .count()
                        == 1;
        if (last && leaving.algorithm() != SignatureAlgorithm.RS256) {
            throw ProblemException.of(
                    ProblemType.CONFLICT,
                    "It is the last active " + leaving.algorithm().joseName() + " key; rotate it instead.");
        }
    }

    private static Object items(KeyRing ring) {
        return new Items(ring.keys().stream().map(KeyView::of).toList());
    }

    /** The keys on the wire. */
    record Items(java.util.List<KeyView> items) {}
}
