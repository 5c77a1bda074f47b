package org.laurel.access.people;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.door.Responses;
import org.laurel.shared.json.RecordReader;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.shared.problem.Violation;

/** One's own account. */
@Path("/api/v1/people/me")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
class MeResource {
    private final Accounts accounts;
    private final Passwords passwords;
    private final CurrentAccount me;
    private final AccountExport export;

    MeResource(Accounts accounts, Passwords passwords, CurrentAccount me, AccountExport export) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.me = me;
        this.export = export;
    }

    /** What to change: the name, the password, or both. */
    record ChangeRequest(@Nullable String name, @Nullable PasswordChange password) {
        ChangeRequest {
            name = name == null ? null : Names.required(name);
            if (name == null && password == null) {
                throw new IllegalArgumentException("expected a name or a password, got neither");
            }
        }
    }

    /** The password that counts now, and the one to come. */
    record PasswordChange(String current, String replacement) {}

    /** The password, so that nobody else does it at a desk that was left. */
    record ErasureRequest(String password) {}

    @GET
    @Operation(operationId = "getMe", summary = "Read one's own account", description = "With its ETag.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "The account",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Uni<Response> get() {
        return me.get().map(account -> Responses.of(AccountView.answer(200, account)));
    }

    @PATCH
    @Operation(
            operationId = "changeMe",
            summary = "Change one's own name or password",
            description = "A new password needs the current one, and ends every session, this one too.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ChangeRequest.class),
                            example = "{\"name\":\"Ada King\"}"))
    @APIResponse(
            responseCode = "200",
            description = "Changed",
            content = @Content(schema = @Schema(implementation = AccountView.class)))
    public Uni<Response> change(@HeaderParam("If-Match") @Nullable String ifMatch, byte[] body) {
        return me.get()
                .chain(account -> {
                    EntityTags.requireMatch(ifMatch, account.version());
                    ChangeRequest request =
                            RecordReader.read(body, ChangeRequest.class).orThrow();
                    Uni<Account> changed = request.name() == null
                            ? Uni.createFrom().item(account)
                            : accounts.rename(account, request.name());
                    PasswordChange password = request.password();
                    return password == null
                            ? changed
                            : checked(account, password.current(), "/password/current")
                                    .invoke(() -> Passwords.require(
                                            password.replacement(), "/password/replacement", Passwords.known(account)))
                                    .chain(() -> changed)
                                    .call(() -> passwords
                                            .hash(password.replacement())
                                            .chain(hash -> accounts.setPassword(account.number(), hash)));
                })
                .chain(account -> accounts.find(account.number()))
                .map(account -> Responses.of(AccountView.answer(200, account.orElseThrow())));
    }

    @GET
    @Path("/export")
    @Operation(
            operationId = "exportMe",
            summary = "Everything that is kept about oneself",
            description =
                    "The account, its roles, and whatever each part of the service keeps about it, as JSON; by Accept:"
                            + " application/zip with every badge in each of its forms and every file of evidence as it was handed in.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @APIResponse(
            responseCode = "200",
            description = "The data",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        example = "{\"account\":{\"id\":\"0-…\",\"name\":\"Ada\"},\"sessions\":[]}"),
                @Content(mediaType = "application/zip", example = "the bytes of a ZIP")
            })
    public Uni<Response> export() {
        return me.get().chain(export::json).map(json -> Response.ok(json)
                .header("Content-Disposition", "attachment; filename=\"laurel-account.json\"")
                .build());
    }

    @POST
    @Path("/erasure")
    @Operation(
            operationId = "eraseMe",
            summary = "Erase one's own account",
            description = "Name, addresses, password, roles and sessions are forgotten; nobody can undo it. Badges stay"
                    + " with the organisations that awarded them, which erase them on demand.")
    @SecurityRequirement(name = Scopes.SCHEME, scopes = Scopes.SELF)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = ErasureRequest.class),
                            example = "{\"password\":\"correct horse battery staple\"}"))
    @APIResponse(responseCode = "204", description = "Erased")
    public Uni<Response> erase(byte[] body) {
        ErasureRequest request = RecordReader.read(body, ErasureRequest.class).orThrow();
        return me.get()
                .chain(account ->
                        checked(account, request.password(), "/password").chain(() -> accounts.erase(account)))
                .map(done -> Response.noContent().build());
    }

    private Uni<Void> checked(Account account, String password, String pointer) {
        return accounts.passwordHash(account.number())
                .chain(hash -> passwords.matches(password, hash.orElse(null)))
                .invoke(same -> {
                    if (!same) {
                        throw ProblemException.of(
                                ProblemType.INVALID,
                                List.of(new Violation(pointer, "wrong", "The password is not right.")));
                    }
                })
                .replaceWithVoid();
    }
}
