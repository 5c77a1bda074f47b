package org.laurel.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.laurel.issuing.citation.Citation;
import org.laurel.issuing.template.MicroCredentialTemplate;

/** The research that a micro-credential cites, as its page shows it. */
final class Research {

    private Research() {}

    /** Each work: its title, with who wrote it, what it supports, and how strong its evidence is. */
    static List<SharedBadge.Item> of(MicroCredentialTemplate template, Map<String, String> texts) {
        List<SharedBadge.Item> items = new ArrayList<>();
        template.research().forEach(draft -> draft.whole().ifPresent(one -> items.add(item(one, texts))));
        return items;
    }

    private static SharedBadge.Item item(Citation citation, Map<String, String> texts) {
        String tier = citation.tier().toString();
        String key = "tier" + tier.substring(0, 1).toUpperCase(Locale.ROOT) + tier.substring(1);
        String text = String.join("; ", citation.authors()) + " (" + citation.year() + "). " + citation.claim() + " ("
                + texts.getOrDefault(key, tier) + ")";
        String url = citation.parsedDoi().map(doi -> "https://doi.org/" + doi).orElse(citation.url());
        return new SharedBadge.Item(citation.title(), text, SharedBadge.link(url));
    }
}
