package org.laurel.verifying;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.laurel.verifying.check.Asked;

/** The parameters of {@code /verify} by which more is asked than whether a badge is genuine. */
public final class AskedParameters {
    @QueryParam("recipient")
    @Parameter(description = "An e-mail address, DID, name or URL: is the badge theirs?", example = "ada@example.org")
    @Nullable String recipient;

    @QueryParam("challenge")
    @Parameter(description = "What the holder was asked to answer; only a presentation can")
    @Nullable String challenge;

    @QueryParam("domain")
    @Parameter(description = "For whom the holder was asked to make the presentation")
    @Nullable String domain;

    /** What they ask. */
    public Asked asked() {
        return new Asked(recipient, challenge, domain);
    }
}
