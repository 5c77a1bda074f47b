package org.laurel.verifying.check;

import java.util.ArrayList;
import java.util.List;
import org.laurel.verifying.report.ListReport;
import org.laurel.verifying.report.RegistryEntry;

/**
 * What was looked up elsewhere, for the report to tell.
 *
 * @param registries that name the issuer
 * @param lists what status lists said
 */
public record LookedUp(List<RegistryEntry> registries, List<ListReport> lists) {
    static final LookedUp NOTHING = new LookedUp(List.of(), List.of());

    /** Copies the lists. */
    public LookedUp {
        registries = List.copyOf(registries);
        lists = List.copyOf(lists);
    }

    LookedUp and(List<RegistryEntry> moreRegistries, List<ListReport> moreLists) {
        List<RegistryEntry> allRegistries = new ArrayList<>(registries);
        allRegistries.addAll(moreRegistries);
        List<ListReport> allLists = new ArrayList<>(lists);
        allLists.addAll(moreLists);
        return new LookedUp(allRegistries, allLists);
    }
}
