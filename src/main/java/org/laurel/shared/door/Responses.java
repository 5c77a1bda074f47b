package org.laurel.shared.door;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** Turns answers into HTTP responses. */
public final class Responses {

    private Responses() {}

    /** The response of an answer; a replayed one says so. */
    public static Response of(Answer answer, boolean replayed) {
        String type = answer.status() >= 400 ? Problems.MEDIA_TYPE : MediaType.APPLICATION_JSON;
        Response.ResponseBuilder response = Response.status(answer.status());
        if (!answer.body().isEmpty()) {
            response.entity(answer.body()).type(type);
        }
        answer.headers().forEach(response::header);
        if (replayed) {
            response.header("Idempotent-Replayed", "true");
        }
        return response.build();
    }

    /** The response of a fresh answer. */
    public static Response of(Answer answer) {
        return of(answer, false);
    }

    /**
     * The response of a file to who may read it.
     *
     * @param digest of the bytes, which makes their strong tag
     * @param ifNoneMatch the tags that the caller has already
     */
    public static Response file(byte[] bytes, String mediaType, String digest, @Nullable String ifNoneMatch) {
        String tag = '"' + digest + '"';
        Response.ResponseBuilder response =
                EntityTags.matches(ifNoneMatch, tag) ? Response.notModified() : Response.ok(bytes, mediaType);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .build();
    }

    /**
     * The response to a removal.
     *
     * @param removed whether there was something to remove
     * @param otherwise the detail of the 404 problem when there was not
     */
    public static Response removed(boolean removed, String otherwise) {
        if (!removed) {
            throw ProblemException.of(ProblemType.NOT_FOUND, otherwise);
        }
        return Response.noContent().build();
    }
}
