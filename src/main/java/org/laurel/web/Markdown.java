package org.laurel.web;

import io.quarkus.qute.RawString;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    /** What stands in a page of ours begins below our own headings. */
    private static final Map<String, String> HEADINGS =
            Map.of("h1", "h3", "h2", "h4", "h3", "h5", "h4", "h6", "h5", "h6", "h6", "h6");

    /** Links say that somebody else set them; one that leads nowhere is none. */
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowStandardUrlProtocols()
            .allowElements("a")
            .allowAttributes("href")
            .matching((element, attribute, value) -> value.isEmpty() ? null : value)
            .onElements("a")
            .requireRelsOnLinks("nofollow", "ugc", "noopener")
            .allowElements(
                    (element, attributes) -> HEADINGS.get(element),
                    HEADINGS.keySet().toArray(String[]::new))
            .allowElements(
                    "p", "div", "ul", "ol", "li", "blockquote", "br", "hr", "pre", "code", "em", "strong", "b", "i")
            .toFactory()
            .and(Sanitizers.TABLES);

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
