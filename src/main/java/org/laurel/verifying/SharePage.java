package org.laurel.verifying;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.laurel.shared.fetch.Fetched;

/**
 * Finds the credential that a page for people names: {@code <link rel="alternate" type="application/vc" href="…">}, or
 * else plain JSON, as pages of Open Badges 2.0 name it.
 */
final class SharePage {
    private static final int HEAD = 64 * 1024;
    private static final Pattern LINK = Pattern.compile("<link\\s([^>]{1,2048})>", Pattern.CASE_INSENSITIVE);
    private static final Pattern REL = attribute("rel", "alternate");
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
        return named(head, TYPE, fetched.uri()).or(() -> named(head, JSON, fetched.uri()));
    }

    private static Optional<URI> named(String head, Pattern type, URI page) {
        Matcher links = LINK.matcher(head);
        while (links.find()) {
            String attributes = links.group(1);
            Matcher href = HREF.matcher(attributes);
            if (REL.matcher(attributes).find() && type.matcher(attributes).find() && href.find()) {
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

    private static Pattern attribute(String name, String value) {
        return Pattern.compile(
                "(?:^|\\s)" + name + "\\s*=\\s*[\"']?" + value + "(?=[\"'\\s/]|$)", Pattern.CASE_INSENSITIVE);
    }
}
