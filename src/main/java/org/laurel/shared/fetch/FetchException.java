package org.laurel.shared.fetch;

import java.io.Serial;
import java.util.OptionalInt;

/** A resource could not be had. */
public final class FetchException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int NO_STATUS = 0;

    /** What a host says of what is gone is short. */
    private static final int LONGEST_BODY = 16 << 10;

    private static final byte[] NO_BODY = {};

    private final Reason reason;
    private final int status;
    private final byte[] body;

    /** With a sentence that names the host and what happened, for a report that strangers read. */
    public FetchException(Reason reason, String detail) {
        this(reason, detail, NO_STATUS, NO_BODY);
    }

    private FetchException(Reason reason, String detail, int status, byte[] body) {
        super(detail, null, false, false);
        this.reason = reason;
        this.status = status;
        this.body = body;
    }

    /** An answer of the host with a status other than 200. */
    public static FetchException badStatus(String host, int status) {
        return new FetchException(Reason.BAD_STATUS, host + " answered with status " + status, status, NO_BODY);
    }

    /** An answer of the host with a status other than 200, and what came with it; more than 16 KiB is left away. */
    public static FetchException badStatus(String host, int status, byte[] body) {
        return new FetchException(
                Reason.BAD_STATUS,
                host + " answered with status " + status,
                status,
                body.length > LONGEST_BODY ? NO_BODY : body.clone());
    }

    /** Nothing came within the time there was. */
    public static FetchException late(String host) {
        return new FetchException(Reason.UNREACHABLE, host + " did not answer in time");
    }

    /** What kind of failure it is. */
    public Reason reason() {
        return reason;
    }

    /** The HTTP status of the answer, when there was one that says what is wrong. */
    public OptionalInt status() {
        return status == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(status);
    }

    /** What came with the status; empty when nothing did. */
    public byte[] body() {
        return body.clone();
    }

    /** Whether the host answered that it cannot answer now: status 429 or 5xx. */
    public boolean isTemporary() {
        return status == 429 || status >= 500;
    }

    /** Whether the host is away: nothing answered in time, or it cannot answer now. */
    public boolean isHostAway() {
        return reason == Reason.UNREACHABLE || isTemporary();
    }

    /** The kinds of failure. */
    public enum Reason {
        /** The guarded door does not go there: scheme, address, port, credentials in the URL. */
        REFUSED,
        /** Nothing answered in time. */
        UNREACHABLE,
        /** An answer other than 200. */
        BAD_STATUS,
        /** The answer is larger than 1 MiB. */
        TOO_LARGE
    }
}
