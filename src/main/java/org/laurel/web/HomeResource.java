package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

/** The landing page, and the page that explains each kind of problem. */
@Path("/")
class HomeResource {
    private final Template home;
    private final Template problems;

    HomeResource(@Location("web/home.html") Template home, @Location("web/problems.html") Template problems) {
        this.home = home;
        this.problems = problems;
    }

    @GET
    @Operation(hidden = true)
    public Uni<Response> home(@HeaderParam("Accept-Language") @Nullable String language) {
        return Html.page(home.instance(), Wording.of(language));
    }

    @GET
    @Path("problems")
    @Operation(hidden = true)
    public Uni<Response> problems() {
        return Html.page(problems.data("types", Arrays.asList(ProblemType.values())));
    }
}
