package org.laurel.web;

import io.quarkus.qute.RawString;
import java.util.Arrays;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;
import org.owasp.html.Sanitizers;

/** Shows Markdown that others wrote: rendered with HTML escaped, then passed through an allow-list. */
final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer PLAIN = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
    /** Links say that somebody else set them. */
    private static final PolicyFactory LINKS = new HtmlPolicyBuilder()
            .allowStandardUrlProtocols()
            .allowElements("a")
            .allowAttributes("href")
            .onElements("a")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .toFactory();

    private static final PolicyFactory ALLOWED =
            Sanitizers.FORMATTING.and(Sanitizers.BLOCKS).and(LINKS).and(Sanitizers.TABLES);

    private Markdown() {}

    /** The same as plain text, a paragraph each. */
    static List<String> paragraphs(String markdown) {
        return Arrays.stream(PLAIN.render(PARSER.parse(markdown)).split("\\n+", -1))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Safe HTML. */
    static RawString html(String markdown) {
        return new RawString(ALLOWED.sanitize(RENDERER.render(PARSER.parse(markdown))));
    }
}
