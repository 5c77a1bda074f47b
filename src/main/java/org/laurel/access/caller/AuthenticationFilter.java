package org.laurel.access.caller;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
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

    private final Callers callers;
    private final CurrentCaller current;

    AuthenticationFilter(Callers callers, CurrentCaller current) {
        this.callers = callers;
        this.current = current;
    }

    @ServerRequestFilter
    public Uni<@Nullable Response> authenticate(ContainerRequestContext request, ResourceInfo resource) {
        if (!request.getUriInfo().getPath().startsWith(PROTECTED)) {
            return Uni.createFrom().nullItem();
        }
        return callers.authenticate(Presented.of(request.getMethod(), request::getHeaderString))
                .<@Nullable Response>map(caller -> {
                    current.set(caller.asking(scope(resource)));
                    return null;
                })
                .onFailure(ProblemException.class)
                .recoverWithItem(failure -> Responses.of(Problems.answer((ProblemException) failure)));
    }

    private static Scope scope(ResourceInfo resource) {
        return Optional.ofNullable(resource.getResourceMethod().getAnnotation(SecurityRequirement.class))
                .flatMap(requirement -> Arrays.stream(requirement.scopes()).findFirst())
                .flatMap(Scope::of)
                .orElseThrow(() -> ProblemException.of(ProblemType.FORBIDDEN, "This operation is closed."));
    }
}
