package org.laurel.verifying.check;

import java.io.Serial;
import org.laurel.shared.fetch.FetchException;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** A key, an issuer or a status could not be had. */
public final class KeyException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final ProblemKind kind;
    private final boolean open;

    private KeyException(ProblemKind kind, boolean open, String detail) {
        super(detail, null, false, false);
        this.kind = kind;
        this.open = open;
    }

    /** It leaves the question open. */
    public static KeyException open(ProblemKind kind, String detail) {
        return new KeyException(kind, true, detail);
    }

    /** It answers the question: no. */
    public static KeyException wrong(ProblemKind kind, String detail) {
        return new KeyException(kind, false, detail);
    }

    /** What comes of an issuer's document that could not be fetched: neither says anything against the issuer. */
    public static KeyException ofIssuer(Throwable failure) {
        boolean refused = failure instanceof FetchException fetch && fetch.reason() == FetchException.Reason.REFUSED;
        return open(
                refused ? ProblemKind.ADDRESS_NOT_ASKED : ProblemKind.ISSUER_OUT_OF_REACH,
                String.valueOf(failure.getMessage()));
    }

    /** Whether another day could bring another answer. */
    public boolean isOpen() {
        return open;
    }

    /** What the report says, and where. */
    public Problem problem(String pointer) {
        return new Problem(kind, String.valueOf(getMessage()), pointer);
    }
}
