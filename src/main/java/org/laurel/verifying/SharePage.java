package org.laurel.verifying;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurel.shared.fetch.Fetched;

/**
 * Finds the credential that a page for people names: {@code <link rel="alternate" type="application/vc" href="…">}, else
 * plain JSON, as pages of Open Badges 2.0 name it, else a link for people that says what it leads to,
 * {@code <a type="application/vc" href="…">}.
 */
final class SharePage {
    private static final int HEAD = 64 * 1024;
    private static final Pattern LINK = element("link");
    private static final Pattern ANCHOR = element("a");
    private static final Pattern REL = attribute("rel", "alternate");
    private static final Pattern ANY = Pattern.compile("");
    private static final Pattern TYPE = attribute("type", "application/(?:vc|vc\\+ld\\+json|ld\\+json|vc\\+jwt)");
    private static final Pattern JSON = attribute("type", "application/json");
    private static final Pattern HREF =
            Pattern.compile("(?:^|\\s)href\\s*=\\s*[\"']([^\"']{1,2048})[\"']", Pattern.CASE_INSENSITIVE);

    private SharePage() {}

    /** Where the credential is; empty when this is no page, or a page that names none. */
    static Optional<URI> alternate(Fetched fetched) {
        if (!isPage(fetched)) {
            return Optional.empty();
        }
        int length = Math.min(HEAD, fetched.body().length);
        String head = new String(fetched.body(), 0, length, StandardCharsets.UTF_8);
        URI page = fetched.uri();
        return named(LINK.matcher(head), REL, TYPE, page)
                .or(() -> named(LINK.matcher(head), REL, JSON, page))
                .or(() -> named(ANCHOR.matcher(head), ANY, TYPE, page));
    }

    private static Optional<URI> named(Matcher links, Pattern rel, Pattern type, URI page) {
        while (links.find()) {
            String attributes = links.group(1);
            Matcher href = HREF.matcher(attributes);
            if (rel.matcher(attributes).find() && type.matcher(attributes).find() && href.find()) {
                return resolve(page, href.group(1).replace("&amp;", "&"));
            }
        }
        return Optional.empty();
    }

    private static boolean isPage(Fetched fetched) {
        return fetched.contentType().equals("text/html")
                || fetched.contentType().equals("application/xhtml+xml");
    }

    private static Optional<URI> resolve(URI page, String href) {
        try {
            return Optional.of(page.resolve(href));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Pattern element(String name) {
        return Pattern.compile("<" + name + "\\s([^>]{1,2048})>", Pattern.CASE_INSENSITIVE);
    }

    private static Pattern attribute(String name, String value) {
        return Pattern.compile(
                "(?:^|\\s)" + name + "\\s*=\\s*[\"']?" + value + "(?=[\"'\\s/]|$)", Pattern.CASE_INSENSITIVE);
    }
}
