package org.laurel.issuing.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A citation that is being written: whatever its author has so far.
 *
 * @param authors as people write them
 * @param title of the work
 * @param year when it was published
 * @param doi as it was written
 * @param url where it can be read
 * @param claim what it is to support
 * @param quote words of the work that do
 * @param tier how strong its evidence is
 */
public record CitationDraft(
        List<String> authors,
        @Nullable String title,
        @Nullable Integer year,
        @Nullable String doi,
        @Nullable String url,
        @Nullable String claim,
        @Nullable String quote,
        @Nullable EvidenceTier tier) {

    /** Copies the authors. */
    public CitationDraft {
        authors = authors == null ? List.of() : List.copyOf(authors);
    }

    /** The members that are still missing: a work needs a DOI or a URL, a claim and a tier. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        add(missing, "authors", authors.isEmpty());
        add(missing, "title", isBlank(title));
        add(missing, "year", year == null);
        add(missing, "doi", isBlank(doi) && isBlank(url));
        add(missing, "claim", isBlank(claim));
        add(missing, "tier", tier == null);
        return missing;
    }

    /** The citation, once nothing is missing; an {@link IllegalArgumentException} when a member is no such thing. */
    public Optional<Citation> whole() {
        return missing().isEmpty() && title != null && year != null && claim != null && tier != null
                ? Optional.of(new Citation(authors, title, year, doi, url, claim, quote, tier))
                : Optional.empty();
    }

    private static void add(List<String> missing, String member, boolean lacks) {
        if (lacks) {
            missing.add(member);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
