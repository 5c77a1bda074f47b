package org.laurel.web;

import io.quarkus.qute.RawString;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** Shows Markdown that others wrote: rendered with HTML escaped, then passed through an allow-list. */
final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final PolicyFactory ALLOWED =
            Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(Sanitizers.LINKS).and(Sanitizers.TABLES);

    private Markdown() {}

    /** Safe HTML. */
    static RawString html(String markdown) {
        return new RawString(ALLOWED.sanitize(RENDERER.render(PARSER.parse(markdown))));
    }
}
