package org.laurel.access.people;

import io.smallrye.mutiny.Uni;

/** What a part of the service keeps about an account, for the export of it. */
public interface AccountTraces {

    /** What it is called in the export. */
    String name();

    /** The data, to be written as JSON. */
    Uni<?> of(long account);
}
