package org.laurel.verifying.check;

import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.laurel.verifying.report.RegistryEntry;
import org.laurel.verifying.report.RegistryWithdrawal;

/** Says whom we know: issuers that passed screening here, or that a registry names. Found through CDI; any may know. */
@FunctionalInterface
public interface KnownIssuers {

    /** What is known of this issuer; never fails. */
    Uni<Answer> look(String issuerId);

    /** Begins to look what will be looked for in the work of this context, when that is a query of our own and no fetch. */
    default void ahead(Context context) {}

    /**
     * What came of asking.
     *
     * @param entries where the issuer is named
     * @param silent the registries that could not be asked
     * @param withdrawn where it was named once
     */
    record Answer(List<RegistryEntry> entries, List<String> silent, List<RegistryWithdrawal> withdrawn) {
        /** Nobody names it. */
        public static final Answer NOBODY = new Answer(List.of(), List.of(), List.of());

        /** Copies the lists. */
        public Answer {
            entries = List.copyOf(entries);
            silent = List.copyOf(silent);
            withdrawn = List.copyOf(withdrawn);
        }

        /** What two who were asked say together. */
        public Answer and(Answer other) {
            return new Answer(
                    Stream.concat(entries.stream(), other.entries.stream()).toList(),
                    Stream.concat(silent.stream(), other.silent.stream()).toList(),
                    Stream.concat(withdrawn.stream(), other.withdrawn.stream()).toList());
        }

        /** One registry that names it. */
        public static Answer named(RegistryEntry entry) {
            return new Answer(List.of(entry), List.of(), List.of());
        }

        /** One registry that could not be asked. */
        public static Answer silent(String registry) {
            return new Answer(List.of(), List.of(registry), List.of());
        }

        /** One registry that no longer names it. */
        public static Answer withdrawn(RegistryWithdrawal withdrawal) {
            return new Answer(List.of(), List.of(), List.of(withdrawal));
        }
    }
}
