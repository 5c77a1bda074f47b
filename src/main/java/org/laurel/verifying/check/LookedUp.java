package org.laurel.verifying.check;

import java.util.ArrayList;
import java.util.List;
import org.laurel.verifying.report.ListReport;

/**
 * What was looked up elsewhere, for the report to tell.
 *
 * @param known what registries say of the issuer
 * @param lists what status lists said
 */
public record LookedUp(KnownIssuers.Answer known, List<ListReport> lists) {
    static final LookedUp NOTHING = new LookedUp(KnownIssuers.Answer.NOBODY, List.of());

    /** Copies the lists. */
    public LookedUp {
        lists = List.copyOf(lists);
    }

    LookedUp and(KnownIssuers.Answer more, List<ListReport> moreLists) {
        List<ListReport> allLists = new ArrayList<>(lists);
        allLists.addAll(moreLists);
        return new LookedUp(known.and(more), allLists);
    }
}
