package org.laurel.issuing.issuer;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a part of the service has under way for an organisation, and closes when its right to issue is withdrawn. */
public interface UnderWay {

    /** Closes it with a notice, in the caller's transaction. */
    Uni<Void> close(Mutiny.StatelessSession session, Issuer issuer, String reason, String by);
}
