package org.laurel.shared.sealing;

import io.smallrye.mutiny.Uni;

/** What a feature keeps of persons beside what lies under their keys. Found through CDI. */
public interface PersonalData {

    /**
     * Forgets what is kept of somebody who was erased before, and came back with a restored backup; does nothing where it
     * keeps nothing of them.
     */
    Uni<Void> eraseAgain(Person person);
}
