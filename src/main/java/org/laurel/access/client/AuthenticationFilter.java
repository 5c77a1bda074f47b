package org.laurel.access.client;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.laurel.access.role.Scope;
import org.laurel.shared.door.Problems;
import org.laurel.shared.door.Responses;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/**
 * Lets a request through to {@code /api/v1} only with a token that has the scope which the operation states in its
 * {@link SecurityRequirement}; an operation that states none is closed to everybody.
 */
class AuthenticationFilter {
    private static final String PROTECTED = "/api/";
    private static final String BEARER = "bearer ";

    private final ApiClients clients;
    private final CurrentCaller current;

    AuthenticationFilter(ApiClients clients, CurrentCaller current) {
        this.clients = clients;
        this.current = current;
    }

    @ServerRequestFilter
    public Uni<@Nullable Response> authenticate(ContainerRequestContext request, ResourceInfo resource) {
        if (!request.getUriInfo().getPath().startsWith(PROTECTED)) {
            return Uni.createFrom().nullItem();
        }
        String token = token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
        return clients.authenticate(token)
                .<@Nullable Response>map(caller -> {
                    require(caller, scope(resource));
                    current.set(caller);
                    return null;
                })
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> Responses.of(Problems.answer((ProblemException) failure)));
    }

    private static String token(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return "";
        }
        return header.substring(BEARER.length()).strip();
    }

    private static Optional<Scope> scope(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(SecurityRequirement.class))
                .flatMap(requirement -> Arrays.stream(requirement.scopes()).findFirst())
                .flatMap(Scope::of);
    }

    private static void require(Caller caller, Optional<Scope> scope) {
        if (scope.isEmpty()) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "This operation is closed.");
        }
        if (!caller.scopes().contains(scope.get())) {
            throw ProblemException.of(ProblemType.FORBIDDEN, "The token lacks the scope " + scope.get() + ".");
        }
    }
}
