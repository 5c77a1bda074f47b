package org.laurel.finding.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The published micro-credentials of organisations that may issue. */
public interface Catalogue {

    /** Those that are wanted: the best first when words are given, else the newest. */
    Uni<Found> find(Wanted wanted);

    /**
     * What is wanted.
     *
     * @param words as people type them; empty for all
     * @param issuer the slug of one organisation; empty for all
     * @param subject one subject; empty for all
     * @param grade one grade; empty for all
     * @param competency the name of one node of a framework; empty for all
     * @param recogniser the slug of one organisation that recognises it; empty for all
     * @param limit how many
     * @param offset after how many
     */
    record Wanted(
            String words,
            String issuer,
            String subject,
            String grade,
            String competency,
            String recogniser,
            int limit,
            long offset) {}

    /**
     * What was found.
     *
     * @param items one page of them
     * @param total how many there are in all
     * @param similar whether nothing has these words, so that what has similar ones is shown
     * @param facets what could be found by one filter more, or by another value of one
     */
    record Found(List<Entry> items, long total, boolean similar, Facets facets) {}

    /**
     * A micro-credential.
     *
     * @param id its public id
     * @param url its page
     * @param name what it is called
     * @param description what it is, in short
     * @param issuer who offers it
     * @param subjects what is taught
     * @param grades of the learners
     * @param estimatedHours of work
     * @param credits that it counts
     * @param reviewed whether the programme reviewed it
     * @param publishedAt when it was published
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String id,
            String url,
            String name,
            String description,
            Offerer issuer,
            List<String> subjects,
            List<String> grades,
            @Nullable BigDecimal estimatedHours,
            @Nullable BigDecimal credits,
            boolean reviewed,
            Instant publishedAt) {}

    /** Who offers it. */
    record Offerer(String slug, String name, String url) {}

    /**
     * How often what occurs, at most 50 values each: among those that have the words and pass the other filters, so that what
     * else could be chosen stays in sight. Grades from the youngest on, the others by how often they occur, then by name.
     */
    record Facets(
            List<Count> subject,
            List<Count> grade,
            List<Count> competency,
            List<Count> issuer,
            List<Count> recogniser) {}

    /** A value, what people call it, and how often it occurs. */
    record Count(String value, String label, long count) {}
}
