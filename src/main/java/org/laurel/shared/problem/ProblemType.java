package org.laurel.shared.problem;

import java.util.Locale;

/** The closed list of failures that a caller may be told about; each has a status, a title and a page in the docs. */
public enum ProblemType {
    /** The body cannot be read: not JSON, duplicate members, too deep. */
    MALFORMED(400, "The request cannot be read"),
    /** The request was read and breaks rules, all of which are listed. */
    INVALID(422, "The request breaks rules"),
    /** A query parameter or header is wrong. */
    BAD_PARAMETER(400, "A parameter is wrong"),
    /** The input is not a credential in any known form. */
    NOT_A_CREDENTIAL(400, "This is not a credential"),
    /** No valid token came. */
    UNAUTHENTICATED(401, "A valid token is needed"),
    /** The token lacks a scope. */
    FORBIDDEN(403, "The token does not allow this"),
    /** Who holds the badge has closed it, and may open it again. */
    CLOSED(403, "Its holder has closed it"),
    /** There is no such resource, or it belongs to another tenant. */
    NOT_FOUND(404, "There is no such resource"),
    /** The method does not exist here. */
    METHOD_NOT_ALLOWED(405, "The method is not allowed here"),
    /** No form that the caller accepts exists. */
    NOT_ACCEPTABLE(406, "No acceptable form exists"),
    /** The state of the resource does not allow this now. */
    CONFLICT(409, "The state does not allow this"),
    /** A call with the same Idempotency-Key is still running. */
    STILL_RUNNING(409, "The first call with this key is still running"),
    /** The resource existed and its personal data has been erased. */
    GONE(410, "The resource has been erased"),
    /** The If-Match tag is stale. */
    STALE(412, "The resource has changed since it was read"),
    /** The body is larger than allowed. */
    TOO_LARGE(413, "The request is too large"),
    /** The media type is not taken here. */
    UNSUPPORTED_MEDIA_TYPE(415, "The media type is not taken here"),
    /** The same Idempotency-Key came with another body. */
    KEY_REUSED(422, "The Idempotency-Key was used for another request"),
    /** A write needs If-Match. */
    PRECONDITION_REQUIRED(428, "If-Match is required"),
    /** Too many requests. */
    TOO_MANY_REQUESTS(429, "Too many requests"),
    /** A promise of ours was broken. */
    INTERNAL(500, "Something went wrong on our side"),
    /** It is a standard's option that is not offered here. */
    NOT_IMPLEMENTED(501, "This is not offered here"),
    /** Something we need is out of reach for now. */
    UNAVAILABLE(503, "Not available right now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    /** The HTTP status code. */
    public int status() {
        return status;
    }

    /** A short sentence for people, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** The last segment of the type's URI: {@code not-found}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
