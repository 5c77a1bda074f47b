package org.laurel.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.finding.catalogue.Catalogue;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.Negotiation;
import org.laurel.hosting.Representation;
import org.laurel.shared.door.Answer;
import org.laurel.shared.door.Paging;
import org.laurel.verifying.report.Wording;

/** The catalogue of published micro-credentials: a page, or JSON. */
@Path("/catalogue")
@Tag(name = "Catalogue", description = "What can be earned, and figures of the programme.")
class CatalogueResource {
    private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private final Catalogue catalogue;
    private final Template page;

    CatalogueResource(Catalogue catalogue, @Location("web/catalogue.html") Template page) {
        this.catalogue = catalogue;
        this.page = page;
    }

    /** A page of what was found. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FoundView(
            List<Catalogue.Entry> items,
            long total,
            boolean similar,
            Catalogue.Facets facets,
            @Nullable String next) {}

    @GET
    @Operation(
            operationId = "searchCatalogue",
            summary = "Find micro-credentials",
            description =
                    "Published ones of organisations that may issue: the best first when words are given, else the newest."
                            + " When nothing has the very words, what has similar ones is given, and \"similar\" says so. Facets count"
                            + " under the words and the other filters. HTML, or JSON by Accept.")
    @APIResponse(
            responseCode = "200",
            description = "What was found",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FoundView.class)))
    public Uni<Response> search(
            @BeanParam CatalogueParameters parameters,
            @HeaderParam("Accept") @Nullable String accept,
            @HeaderParam("Accept-Language") @Nullable String language,
            @Context UriInfo uri) {
        Negotiation.Choice choice = Negotiation.choose(accept, FORMS).orElseThrow(Hosted::notAcceptable);
        Catalogue.Wanted wanted = parameters.wanted();
        return catalogue.find(wanted).chain(found -> {
            long end = wanted.offset() + found.items().size();
            String next = end < found.total() ? Paging.cursor(end) : null;
            return choice.form() == Representation.HTML
                    ? page(wanted, found, next, uri, Wording.of(language))
                    : Uni.createFrom().item(json(found, next, uri));
        });
    }

    private static Response json(Catalogue.Found found, @Nullable String next, UriInfo uri) {
        Response.ResponseBuilder response = Response.ok(Answer.write(
                        new FoundView(found.items(), found.total(), found.similar(), found.facets(), next)))
                .type("application/json")
                .header("Cache-Control", "public, max-age=60")
                .header("Vary", "Accept");
        return next == null
                ? response.build()
                : response.header("Link", "<" + at(uri, next) + ">; rel=\"next\"")
                        .build();
    }

    private Uni<Response> page(
            Catalogue.Wanted wanted, Catalogue.Found found, @Nullable String next, UriInfo uri, Wording words) {
        return Html.page(
                page.data("wanted", wanted)
                        .data("found", found)
                        .data("facets", shown(wanted, found.facets()))
                        .data("first", found.items().isEmpty() ? 0 : wanted.offset() + 1)
                        .data("last", wanted.offset() + found.items().size())
                        .data("earlier", wanted.offset() > 0 ? before(wanted, uri) : null)
                        .data("next", next == null ? null : at(uri, next))
                        .data("filtered", isFiltered(wanted))
                        .data("texts", words.texts("catalogue.")),
                words);
    }

    /** What is chosen stands in its box, even if nothing is found by it. */
    private static Catalogue.Facets shown(Catalogue.Wanted wanted, Catalogue.Facets facets) {
        return new Catalogue.Facets(
                with(wanted.subject(), facets.subject()),
                with(wanted.grade(), facets.grade()),
                with(wanted.competency(), facets.competency()),
                with(wanted.issuer(), facets.issuer()),
                with(wanted.recogniser(), facets.recogniser()));
    }

    private static List<Catalogue.Count> with(String chosen, List<Catalogue.Count> counts) {
        boolean there =
                chosen.isEmpty() || counts.stream().anyMatch(one -> one.value().equals(chosen));
        return there
                ? counts
                : Stream.concat(Stream.of(new Catalogue.Count(chosen, chosen, 0)), counts.stream())
                        .toList();
    }

    private static boolean isFiltered(Catalogue.Wanted wanted) {
        return !(wanted.words()
                        + wanted.issuer()
                        + wanted.subject()
                        + wanted.grade()
                        + wanted.competency()
                        + wanted.recogniser())
                .isEmpty();
    }

    private static String before(Catalogue.Wanted wanted, UriInfo uri) {
        long offset = wanted.offset() - wanted.limit();
        return at(uri, offset <= 0 ? null : Paging.cursor(offset));
    }

    private static String at(UriInfo uri, @Nullable String cursor) {
        return uri.getRequestUriBuilder()
                .replaceQueryParam("cursor", cursor == null ? new Object[0] : new Object[] {cursor})
                .build()
                .toString();
    }
}
