package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.laurel.finding.statistics.Statistics;
import org.laurel.hosting.Hosted;
import org.laurel.hosting.Negotiation;
import org.laurel.hosting.Representation;
import org.laurel.shared.door.Answer;
import org.laurel.verifying.report.Wording;

/** Public figures of the programme: a page with bars, or JSON. */
@Path("/statistics")
@Tag(name = "Catalogue")
class StatisticsResource {
    private static final List<Representation> FORMS = List.of(Representation.JSON, Representation.HTML);

    private final Statistics statistics;
    private final Template page;

    StatisticsResource(Statistics statistics, @Location("web/statistics.html") Template page) {
        this.statistics = statistics;
        this.page = page;
    }

    /** A bar of a plot: the value, and how long it is, of 200. */
    record Bar(String semester, long value, long length) {}

    /** A plot: what it shows, and a bar for each semester, the earliest first. */
    record Plot(String title, List<Bar> bars) {}

    @GET
    @Operation(
            operationId = "getStatistics",
            summary = "Figures of the programme",
            description =
                    "Issuers, published micro-credentials, awards and recognitions, in all and by semester, counted from"
                            + " the data at most a minute ago. HTML, or JSON by Accept.")
    @APIResponse(
            responseCode = "200",
            description = "The figures",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Statistics.Figures.class)))
    public Uni<Response> statistics(
            @HeaderParam("Accept") @Nullable String accept, @HeaderParam("Accept-Language") @Nullable String language) {
        Negotiation.Choice choice = Negotiation.choose(accept, FORMS).orElseThrow(Hosted::notAcceptable);
        return statistics.now().chain(figures -> {
            if (choice.form() == Representation.JSON) {
                return Uni.createFrom()
                        .item(Response.ok(Answer.write(figures))
                                .type("application/json")
                                .header("Cache-Control", "public, max-age=60")
                                .header("Vary", "Accept")
                                .build());
            }
            Wording words = Wording.of(language);
            return Html.page(
                    page.data("figures", figures)
                            .data("texts", words.texts("statistics."))
                            .data(
                                    "plots",
                                    List.of(
                                            plot(words.text("statistics.awards"), figures, Statistics.Semester::awards),
                                            plot(
                                                    words.text("statistics.achievements"),
                                                    figures,
                                                    Statistics.Semester::achievements),
                                            plot(
                                                    words.text("statistics.issuers"),
                                                    figures,
                                                    Statistics.Semester::issuers))),
                    words);
        });
    }

    private static Plot plot(String title, Statistics.Figures figures, ToLongFunction<Statistics.Semester> value) {
        long most = figures.semesters().stream().mapToLong(value).max().orElse(0);
        List<Bar> bars = figures.semesters().stream()
                .map(one -> new Bar(
                        one.semester(), value.applyAsLong(one), most == 0 ? 0 : value.applyAsLong(one) * 200 / most))
                .sorted(Comparator.comparing(Bar::semester))
                .toList();
        return new Plot(title, bars);
    }
}
