package org.laurel.web;

import jakarta.ws.rs.HeaderParam;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.verifying.report.Wording;

/** How somebody reads what is a page for people and a document for programs. */
class ReadParameters {
    /** What every answer at such an address depends on. */
    static final String VARY = "Accept, Accept-Encoding, Accept-Language, User-Agent";

    /**
     * Programs that fetch a link to show what is behind it. They say in no header that they read pages: their Accept is absent,
     * or takes anything.
     */
    private static final Pattern PREVIEWER = Pattern.compile(
            "facebookexternalhit|facebookcatalog|linkedinbot|twitterbot|slackbot|slack-imgproxy|whatsapp|telegrambot|discordbot"
                    + "|pinterest|redditbot|skypeuripreview|msteams|mastodon|bluesky|cardyb|iframely|embedly|vkshare|viber|googlebot"
                    + "|bingbot|applebot|duckduckbot|google-inspectiontool|bingpreview",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_AGENT = 1000;

    @HeaderParam("Accept")
    @Nullable String accept;

    @HeaderParam("Accept-Language")
    @Nullable String language;

    @HeaderParam("If-None-Match")
    @Nullable String ifNoneMatch;

    @HeaderParam("User-Agent")
    @Parameter(hidden = true)
    @Nullable String agent;

    /** What the reader takes; of one that shows links, a page. */
    @Nullable String accept() {
        boolean anything = accept == null || !accept.contains("application/");
        return anything && isPreviewer() ? "text/html" : accept;
    }

    /** The reader's language. */
    Wording words() {
        return Wording.of(language);
    }

    private boolean isPreviewer() {
        return agent != null
                && agent.length() <= LONGEST_AGENT
                && PREVIEWER.matcher(agent).find();
    }
}
