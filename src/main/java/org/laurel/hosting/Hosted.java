package org.laurel.hosting;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.door.EntityTags;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Turns public documents into HTTP responses, with tags, age and 304. */
public final class Hosted {

    private Hosted() {}

    /**
     * The response.
     *
     * @param found the document; a 404 problem when empty
     * @param mediaType what it is answered as
     * @param ifNoneMatch the tags that the caller has already
     */
    public static Response response(Optional<PublicDocument> found, String mediaType, @Nullable String ifNoneMatch) {
        PublicDocument document = found.orElseThrow(
                () -> ProblemException.of(ProblemType.NOT_FOUND, "There is nothing public at this address."));
        boolean fresh = EntityTags.matches(ifNoneMatch, document.tag());
        Response.ResponseBuilder response = fresh
                ? Response.notModified()
                : Response.ok(document.body()).header(HttpHeaders.CONTENT_TYPE, mediaType);
        if (mediaType.equals("image/svg+xml")) {
            response.header("Content-Security-Policy", "default-src 'none'; sandbox"); // when opened by itself
        }
        return response.header(HttpHeaders.ETAG, document.tag())
                .header(
                        HttpHeaders.CACHE_CONTROL,
                        "public, max-age=" + document.maxAge().toSeconds())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .build();
    }

    /** The problem for a caller who accepts nothing that is offered. */
    public static ProblemException notAcceptable() {
        return ProblemException.of(
                ProblemType.NOT_ACCEPTABLE,
                "Offered are application/json, application/ld+json, application/vc, as JWT text/plain,"
                        + " application/vc+jwt, application/jwt, and of a badge text/html, image/png, image/svg+xml, application/pdf.");
    }
}
