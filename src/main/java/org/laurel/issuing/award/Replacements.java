package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.laurel.shared.store.PublicId;

/** Which award took the place of which. */
public interface Replacements {

    /**
     * Stores that an award takes the place of another, in the transaction that stores it; the older one is revoked when it is
     * corrected. Fails with a 409 problem when something happened to the older one that does not allow it.
     */
    Uni<Void> add(Mutiny.StatelessSession session, Replacement replacement);

    /** What a badge took the place of and what took its place, where both are the same person's. */
    Uni<Succession> ofCredential(PublicId credential);

    /**
     * An award that takes the place of another.
     *
     * @param old as it was read
     * @param made the newer one
     * @param kind how
     * @param reason why
     * @param by who says so
     * @param told whether the holder is told; null: if they were told of the older one
     */
    record Replacement(
            Award old,
            Award made,
            Succession.Kind kind,
            String reason,
            String by,
            @Nullable Boolean told) {}
}
