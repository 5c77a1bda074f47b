package org.laurel.issuing.award;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.laurel.shared.store.Alongside;

/** The collection of revocations to come. */
interface PlannedRevocations {

    /**
     * Plans to revoke those of these awards that are in force, and not to be revoked already.
     *
     * @param awards by their public ids
     * @return the id of all that were planned together
     */
    Uni<String> plan(int issuerNo, List<String> awards, Plan plan);

    /** Undoes those that were planned together; how many there were. */
    Uni<Integer> undo(int issuerNo, String revocationId, String by);

    /** The next few whose time has come, of all issuers or of those that were planned together. */
    Uni<List<Due>> due(Optional<String> revocationId, int most);

    /** Takes an award's plan, to carry it out in the same transaction; a 409 problem when it was undone. */
    Alongside<Award> taking();

    /** These awards as they stand now; those that there are not are left out. */
    Uni<List<Stands>> stand(int issuerNo, List<String> awards);

    /**
     * What is planned.
     *
     * @param at when
     * @param reason why
     * @param by who asks for it
     */
    record Plan(Instant at, String reason, String by) {}

    /**
     * One whose time has come.
     *
     * @param awardId the award's public id
     * @param reason why
     * @param by who asked for it
     */
    record Due(String awardId, String reason, String by) {}

    /**
     * How an award stands.
     *
     * @param awardId the award's public id
     * @param state its state
     * @param at when it will be revoked, if it is planned
     */
    record Stands(String awardId, String state, Optional<Instant> at) {}
}
