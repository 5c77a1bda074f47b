package org.laurel.issuing.citation;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.json.Bounds;

/**
 * A work that is cited for a claim.
 *
 * @param authors as people write them: {@code Hattie, John} or {@code John Hattie}
 * @param title of the work
 * @param year when it was published
 * @param doi as it was written; null when it has none
 * @param url where it can be read; null when nowhere
 * @param claim what it is to support
 * @param quote words of the work that do; null when none are given
 * @param tier how strong its evidence is
 */
public record Citation(
        List<String> authors,
        String title,
        int year,
        @Nullable String doi,
        @Nullable String url,
        String claim,
        @Nullable String quote,
        EvidenceTier tier) {
    private static final int LONGEST = 2000;

    /** Refuses what is no citation at all. */
    public Citation {
        authors = List.copyOf(authors);
        Bounds.text("title", title, LONGEST);
        Bounds.text("claim", claim, LONGEST);
        if (year < 1500 || year > 2200) {
            throw new IllegalArgumentException("year: expected a year of four digits, got " + year);
        }
        authors.forEach(author -> Bounds.text("authors", author, LONGEST));
        if (quote != null) {
            Bounds.text("quote", quote, LONGEST);
        }
    }

    /** Its address, when it has one of the web. */
    public Optional<URI> parsedUrl() {
        return Optional.ofNullable(url).flatMap(CitationRules::web);
    }

    /** Its DOI, when it has one that is well formed. */
    public Optional<Doi> parsedDoi() {
        return Optional.ofNullable(doi).flatMap(Doi::parse);
    }
}
