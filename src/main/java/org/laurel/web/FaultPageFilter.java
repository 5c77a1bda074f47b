package org.laurel.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.laurel.hosting.Negotiation;
import org.laurel.hosting.Representation;
import org.laurel.shared.door.Problems;
import org.laurel.shared.json.JsonColumns;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.report.Wording;

/** Says to a person what a problem document says to a program: who asks for a page is answered by one, whatever went wrong. */
@Singleton
class FaultPageFilter {
    private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private final Template page;
    private final Template framed;

    FaultPageFilter(@Location("web/fault.html") Template page, @Location("web/fault-embed.html") Template framed) {
        this.page = page;
        this.framed = framed;
    }

    /** Puts a page in the place of a problem document, when the caller likes one better. */
    @ServerResponseFilter
    public Uni<Void> show(ContainerRequestContext request, ContainerResponseContext response) {
        if (!isProblem(response) || !isOfAPage(request)) {
            return Uni.createFrom().voidItem();
        }
        Wording words = Wording.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        JsonNode problem = JsonColumns.parse(response.getEntity().toString());
        Response.ResponseBuilder start = Response.status(response.getStatus());
        Uni<Response> shown = isFrame(request)
                ? Html.framed(start, filled(framed, problem, words), words)
                : Html.answered(start, filled(page, problem, words), words);
        return shown.invoke(made -> replace(response, made)).replaceWithVoid();
    }

    private static void replace(ContainerResponseContext response, Response made) {
        made.getHeaders().forEach((name, values) -> response.getHeaders().put(name, values));
        response.setEntity(
                made.getEntity(),
                response.getEntityAnnotations(),
                MediaType.TEXT_HTML_TYPE.withCharset(StandardCharsets.UTF_8.name()));
    }

    /** What stands in a page of others says there what became of it. */
    private static boolean isFrame(ContainerRequestContext request) {
        return request.getUriInfo().getPath().endsWith("/embed");
    }

    private static boolean isProblem(ContainerResponseContext response) {
        return response.hasEntity()
                && response.getMediaType() != null
                && response.getMediaType().toString().startsWith(Problems.MEDIA_TYPE);
    }

    /** What is read in a browser; the API speaks to programs, by whatever they are written in. */
    private static boolean isOfAPage(ContainerRequestContext request) {
        MediaType sent = request.getMediaType();
        boolean isForm = sent != null
                && (sent.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                        || sent.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE));
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String path = request.getUriInfo().getPath();
        Optional<Negotiation.Choice> choice = Negotiation.choose(request.getHeaderString(HttpHeaders.ACCEPT), FORMS);
        return (isRead || isForm)
                && !path.replaceFirst("^/+", "").startsWith("api/")
                && choice.filter(one -> one.form() == Representation.HTML).isPresent();
    }

    private static TemplateInstance filled(Template template, JsonNode problem, Wording words) {
        Fault fault = Fault.of(problem.path("status").asInt());
        return template.data("fault", words.texts("fault." + fault.key + "."))
                .data("detail", fault == Fault.REFUSED ? problem.path("detail").asText() : "")
                .data("instance", problem.path("instance").asText());
    }

    /** What a person needs to know of it. */
    private enum Fault {
        MISSING("missing"),
        GONE("gone"),
        BUSY("busy"),
        BROKEN("broken"),
        REFUSED("refused");

        private final String key;

        Fault(String key) {
            this.key = key;
        }

        static Fault of(int status) {
            if (status == ProblemType.NOT_FOUND.status()) {
                return MISSING;
            }
            if (status == ProblemType.GONE.status()) {
                return GONE;
            }
            if (status == ProblemType.UNAVAILABLE.status() || status == ProblemType.TOO_MANY_REQUESTS.status()) {
                return BUSY;
            }
            return status < ProblemType.INTERNAL.status() ? REFUSED : BROKEN;
        }
    }
}
