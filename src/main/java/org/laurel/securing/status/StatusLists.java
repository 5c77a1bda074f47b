package org.laurel.securing.status;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The collection of our status lists: what allots, flips and reads entries. */
public interface StatusLists {
    /** Entries of a list: the least that herd privacy asks for (Bitstring Status List 1.0 §6.1). */
    int SIZE = 131_072;

    /**
     * Allots entries that nobody ever had or will have. Durable before the result comes; entries that are then not used
     * are gaps.
     */
    Uni<List<StatusListIndex>> allot(int issuerNo, StatusPurpose purpose, int count);

    /** Sets or clears a bit, in the caller's transaction. */
    Uni<Void> flip(Mutiny.StatelessSession session, StatusListIndex entry, boolean value);

    /** A list's bits and version; empty when there is no such list. */
    Uni<Optional<Bits>> bits(int issuerNo, int listNo);

    /** The numbers of an issuer's lists, rising. */
    Uni<List<Integer>> numbers(int issuerNo);

    /** The version alone, which is cheap to ask for. */
    Uni<Optional<Long>> version(int issuerNo, int listNo);

    /**
     * The state of a list.
     *
     * @param purpose what its bits say
     * @param bits 16 KiB, most significant bit first
     * @param version grows with every flip
     * @param changedAt when a bit was last flipped
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to the publisher, never compared
    record Bits(StatusPurpose purpose, byte[] bits, long version, Instant changedAt) {}
}
