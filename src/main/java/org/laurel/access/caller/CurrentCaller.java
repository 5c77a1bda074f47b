package org.laurel.access.caller;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

/** The caller of the request at hand. */
@RequestScoped
public class CurrentCaller {
    private @Nullable Caller caller;

    void set(Caller authenticated) {
        this.caller = authenticated;
    }

    /** The authenticated caller; a 401 problem when there is none. */
    public Caller get() {
        if (caller == null) {
            throw ProblemException.of(
                    ProblemType.UNAUTHENTICATED, "Send the header Authorization: Bearer, followed by a token.");
        }
        return caller;
    }
}
