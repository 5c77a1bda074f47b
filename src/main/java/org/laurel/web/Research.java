package org.laurel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.laurel.issuing.citation.Citation;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.verifying.report.Wording;

/** The research that a micro-credential cites, as its page shows it. */
final class Research {

    private Research() {}

    /**
     * A work that is cited.
     *
     * @param title what it is called
     * @param url where it is read; null when nowhere
     * @param by who wrote it, and when
     * @param claim what it is to support
     * @param quote words of it that do; null when none are given
     * @param tier how strong its evidence is
     */
    record Cited(
            String title,
            @Nullable String url,
            String by,
            String claim,
            @Nullable String quote,
            String tier) {}

    /** Each work that is cited whole. */
    static List<Cited> of(MicroCredentialTemplate template, Wording words) {
        List<Cited> items = new ArrayList<>();
        template.research().forEach(draft -> draft.whole().ifPresent(one -> items.add(cited(one, words))));
        return items;
    }

    private static Cited cited(Citation citation, Wording words) {
        String tier = citation.tier().toString();
        String key = "share.tier" + tier.substring(0, 1).toUpperCase(Locale.ROOT) + tier.substring(1);
        String url = citation.parsedDoi().map(doi -> "https://doi.org/" + doi).orElse(citation.url());
        String quote = citation.quote();
        return new Cited(
                citation.title(),
                SharedBadge.link(url),
                String.join("; ", citation.authors()) + " (" + citation.year() + ")",
                citation.claim(),
                quote == null || quote.isBlank() ? null : quote,
                words.text(key));
    }
}
