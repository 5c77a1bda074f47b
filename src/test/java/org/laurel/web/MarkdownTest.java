package org.laurel.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    @Test
    void shows_what_markdown_is_for() {
        String html = html("# Title\n\nSome *words* and **more**.\n\n- one\n- two\n\n[a page](https://example.org/a)");
        assertThat(html)
                .contains("<h3>Title</h3>", "<em>words</em>", "<strong>more</strong>", "<li>one</li>")
                .contains("href=\"https://example.org/a\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
                "<img src=x onerror=alert(1)>",
                "<iframe src=\"https://evil.example\"></iframe>",
                "<svg/onload=alert(1)>",
                "<style>body{display:none}</style>",
                "<a href=\"javascript:alert(1)\">x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](&#106;avascript:alert(1))",
                "[x](java\tscript:alert(1))",
                "[x](vbscript:x)",
                "[x](data:text/html;base64,PHNjcmlwdD4=)",
                "<javascript:alert(1)>",
                "[x][y]\n\n[y]: javascript:alert(1)",
                "![x](javascript:alert(1))",
                "[x](https://example.org \"\\\" onclick=alert(1)\")",
                "`<script>`",
                "<form action=https://evil.example><input name=password></form>",
                "<meta http-equiv=refresh content=0>"
            })
    void does_no_harm(String markdown) {
        String html = html(markdown);
        assertThat(html.replaceAll("<[^>]*>", ""))
                .as("text outside of tags has no tag: " + html)
                .doesNotContain("<");
        assertThat(html)
                .doesNotContainPattern("(?i)<(script|img|iframe|svg|style|form|input|meta|base|object|embed)")
                .doesNotContainPattern("(?i)<[^>]+\\son\\w+\\s*=")
                .doesNotContainPattern("(?i)(href|src)\\s*=\\s*\"?\\s*(java|vb)script")
                .doesNotContainPattern("(?i)(href|src)\\s*=\\s*\"?\\s*data:");
    }

    @Test
    void raw_html_is_shown_as_text() {
        assertThat(html("<b>bold</b> & more")).contains("&lt;b&gt;bold&lt;/b&gt;", "&amp; more");
    }

    @Test
    void headings_stand_below_those_of_the_page() {
        assertThat(html("# One\n\n## Two\n\n##### Five")).contains("<h3>One</h3>", "<h4>Two</h4>", "<h6>Five</h6>");
    }

    @Test
    void a_link_that_leads_nowhere_is_none() {
        assertThat(html("[bad](javascript:alert(1))")).doesNotContain("href");
    }

    @Test
    void a_link_gives_the_page_no_praise() {
        assertThat(html("[x](https://example.org)")).contains("rel=\"nofollow ugc noopener\"");
    }

    private static String html(String markdown) {
        return Markdown.html(markdown).getValue();
    }
}
