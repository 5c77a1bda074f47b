package org.laurel.web;

/** How a badge stands within a page of others: a frame that may do nothing but open its link. */
final class EmbedFrame {
    /** In pixels. */
    static final int WIDTH = 480;
    /** In pixels. */
    static final int HEIGHT = 190;

    private EmbedFrame() {}

    /** The HTML for that page. */
    static String html(String url, String title) {
        return html(url, title, WIDTH, HEIGHT);
    }

    /** The same, no larger than this. */
    static String html(String url, String title, int width, int height) {
        return "<iframe src=\"" + attribute(url) + "/embed\" width=\"" + width + "\" height=\"" + height + "\" title=\""
                + attribute(title)
                + "\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" loading=\"lazy\""
                + " referrerpolicy=\"no-referrer\" style=\"border:0;max-width:100%\"></iframe>";
    }

    private static String attribute(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
