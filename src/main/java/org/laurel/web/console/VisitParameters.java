package org.laurel.web.console;

import jakarta.ws.rs.HeaderParam;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.laurel.access.caller.Presented;
import org.laurel.verifying.report.Wording;

/** What a browser says of itself with each request for a page. A session is known by its cookie alone. */
public final class VisitParameters {
    @HeaderParam("Cookie")
    @Nullable String cookies;

    @HeaderParam("Origin")
    @Nullable String origin;

    @HeaderParam("Sec-Fetch-Site")
    @Nullable String site;

    @HeaderParam("User-Agent")
    @Nullable String agent;

    @HeaderParam("Accept-Language")
    @Nullable String language;

    /** Who asks for a page. */
    public Presented reading() {
        return new Presented("GET", null, cookies, origin, site);
    }

    /** Who sends a form. */
    public Presented changing() {
        return new Presented("POST", null, cookies, origin, site);
    }

    /** What the browser calls itself. */
    String agent() {
        return Objects.requireNonNullElse(agent, "");
    }

    /** In the language that its reader likes best. */
    public Wording words() {
        return Wording.of(language);
    }
}
