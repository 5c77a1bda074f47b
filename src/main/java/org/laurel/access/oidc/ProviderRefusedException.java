package org.laurel.access.oidc;

import java.io.Serial;
import java.util.Locale;

/** Nobody was signed in by the provider; each reason is one that people are told in words of their own. */
public final class ProviderRefusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** For a reason. */
    ProviderRefusedException(Reason reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** The closed list of reasons. */
    public enum Reason {
        /** It was not begun in this browser, came back before, or took too long. */
        EXPIRED(400),
        /** They, or the provider, would not. */
        DENIED(403),
        /** The provider cannot be reached now. */
        AWAY(503),
        /** What the provider answered does not hold. */
        WRONG(502),
        /** The provider does not vouch for an address of theirs. */
        UNPROVEN(403),
        /** Nobody here has proven their address. */
        UNKNOWN(403),
        /** The account that has is that of somebody else at the provider. */
        TAKEN(409),
        /** Too many sign-ins are on their way. */
        BUSY(429);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** Whether it may be otherwise in a minute. */
        public boolean isForNow() {
            return this == AWAY || this == BUSY;
        }

        /** The HTTP status of the page that tells it. */
        public int status() {
            return status;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
