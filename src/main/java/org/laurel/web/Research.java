package org.laurel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.laurel.issuing.citation.Citation;
import org.laurel.issuing.template.MicroCredentialTemplate;
import org.laurel.verifying.report.Wording;

/** The research that a micro-credential cites, as its page shows it. */
final class Research {

    private Research() {}

    /** Each work: its title, with who wrote it, what it supports, and how strong its evidence is. */
    static List<SharedBadge.Item> of(MicroCredentialTemplate template, Wording words) {
        List<SharedBadge.Item> items = new ArrayList<>();
        template.research().forEach(draft -> draft.whole().ifPresent(one -> items.add(item(one, words))));
        return items;
    }

    private static SharedBadge.Item item(Citation citation, Wording words) {
        String tier = citation.tier().toString();
        String key = "share.tier" + tier.substring(0, 1).toUpperCase(Locale.ROOT) + tier.substring(1);
        String text = String.join("; ", citation.authors()) + " (" + citation.year() + "). " + citation.claim() + " ("
                + words.text(key) + ")";
        String url = citation.parsedDoi().map(doi -> "https://doi.org/" + doi).orElse(citation.url());
        return new SharedBadge.Item(citation.title(), text, SharedBadge.link(url));
    }
}
