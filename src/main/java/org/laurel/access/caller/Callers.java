package org.laurel.access.caller;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.security.MessageDigest;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.access.role.Scope;
import org.laurel.shared.encoding.Sha256;
import org.laurel.shared.origin.BaseUrl;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Knows callers by what they present; the administrator's token is known by its hash alone. */
@ApplicationScoped
public class Callers {
    private final byte[] adminTokenHash;
    private final List<TokenHolders> holders;
    private final BaseUrl base;

    Callers(
            @ConfigProperty(name = "laurel.admin-token") String adminToken,
            Instance<TokenHolders> holders,
            BaseUrl base) {
        this.adminTokenHash = Sha256.of(adminToken);
        this.holders = holders.stream().toList();
        this.base = base;
    }

    /**
     * Who calls; fails with a 401 problem when nobody is known by it, and with a 403 problem when a browser was made to send
     * its cookie by a page of somebody else.
     */
    public Uni<Caller> authenticate(Presented presented) {
        return presented
                .bearer()
                .map(this::holder)
                .or(() -> presented.session(base).map(token -> {
                    if (!presented.isFromOurPages(base)) {
                        return Uni.createFrom().<Caller>failure(foreign());
                    }
                    return holder(token);
                }))
                .orElseGet(() -> Uni.createFrom()
                        .failure(ProblemException.of(
                                ProblemType.UNAUTHENTICATED,
                                "Send the header Authorization: Bearer, followed by a token.")));
    }

    /** Who sends a request to a route outside of the operations, for something that needs this scope; fails likewise. */
    public Uni<Caller> asking(HttpServerRequest request, Scope scope) {
        return authenticate(Presented.of(request.method().name(), request::getHeader))
                .map(caller -> caller.asking(scope));
    }

    private Uni<Caller> holder(String token) {
        if (MessageDigest.isEqual(Sha256.of(token), adminTokenHash)) {
            return Uni.createFrom().item(Caller.ADMINISTRATOR);
        }
        return holders.stream()
                .filter(some -> some.mayHold(token))
                .findFirst()
                .map(some -> some.holder(token).map(found -> found.orElseThrow(Callers::unknown)))
                .orElseGet(() -> Uni.createFrom().failure(unknown()));
    }

    private static ProblemException unknown() {
        return ProblemException.of(ProblemType.UNAUTHENTICATED, "The token is not known, or has been removed.");
    }

    private static ProblemException foreign() {
        return ProblemException.of(
                ProblemType.FORBIDDEN,
                "A request that changes something and comes with the cookie of a session has to come from a page of this"
                        + " service: its Origin is another.");
    }
}
