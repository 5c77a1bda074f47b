package org.laurel.web;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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

    /** A bar of a plot: the value in words, and how long it is, of 200. */
    record Bar(String semester, String value, long length) {}

    /** A plot: what it shows, and a bar for each semester, the earliest first. */
    record Plot(String title, List<Bar> bars) {}

    /** A number with its name, and what is to be added. */
    record Figure(String name, String value, @Nullable String more) {}

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
                            .data("cards", cards(figures, words))
                            .data("texts", words.texts("statistics."))
                            .data(
                                    "plots",
                                    List.of(
                                            plot("awards", figures, Statistics.Semester::awards, words),
                                            plot("achievements", figures, Statistics.Semester::achievements, words),
                                            plot("issuers", figures, Statistics.Semester::issuers, words))),
                    words);
        });
    }

    private static List<Figure> cards(Statistics.Figures figures, Wording words) {
        return List.of(
                new Figure(
                        words.text("statistics.issuers"),
                        number(figures.issuers(), words),
                        words.text("statistics.screened", number(figures.issuersScreened(), words))),
                new Figure(
                        words.text("statistics.achievements"),
                        number(figures.achievements(), words),
                        words.text("statistics.reviewed", number(figures.achievementsReviewed(), words))),
                new Figure(words.text("statistics.awards"), number(figures.awards(), words), null),
                new Figure(words.text("statistics.recognitions"), number(figures.recognitions(), words), null));
    }

    /** From the first semester on in which there was anything. */
    private static Plot plot(
            String name, Statistics.Figures figures, ToLongFunction<Statistics.Semester> value, Wording words) {
        long most = figures.semesters().stream().mapToLong(value).max().orElse(0);
        List<Bar> bars = figures.semesters().stream()
                .sorted(Comparator.comparing(Statistics.Semester::semester))
                .dropWhile(one -> value.applyAsLong(one) == 0)
                .map(one -> {
                    long count = value.applyAsLong(one);
                    return new Bar(semester(one, words), number(count, words), most == 0 ? 0 : count * 200 / most);
                })
                .toList();
        return new Plot(words.text("statistics." + name), bars);
    }

    /** As people call it: spring, or autumn, of the year. */
    private static String semester(Statistics.Semester one, Wording words) {
        int dash = one.semester().indexOf('-');
        String half = one.semester().endsWith("1") ? "statistics.spring" : "statistics.autumn";
        return words.text(half, one.semester().substring(0, dash));
    }

    private static String number(long value, Wording words) {
        return NumberFormat.getIntegerInstance(Locale.forLanguageTag(words.language()))
                .format(value);
    }
}
