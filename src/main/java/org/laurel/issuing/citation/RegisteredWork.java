package org.laurel.issuing.citation;

import java.util.List;
import java.util.OptionalInt;

/**
 * A work as a register has it.
 *
 * @param titles each that it has
 * @param years each in which it was published: online, in print
 * @param families family names of its authors; empty when the register has none
 * @param retracted whether it was retracted or withdrawn
 */
public record RegisteredWork(List<String> titles, List<Integer> years, List<String> families, boolean retracted) {
    /** Copies the lists. */
    public RegisteredWork {
        titles = List.copyOf(titles);
        years = List.copyOf(years);
        families = List.copyOf(families);
    }

    /** The earliest year. */
    OptionalInt firstYear() {
        return years.stream().mapToInt(Integer::intValue).min();
    }
}
