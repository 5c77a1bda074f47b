package org.laurel.verifying.check;

import org.jspecify.annotations.Nullable;
import org.laurel.verifying.report.ListReport;

/**
 * What a list says of an entry.
 *
 * @param value 0 when nothing is set
 * @param message what the value means in the issuer's words; empty where it says nothing
 * @param note how the list was had, when that is worth a word
 * @param list what the report tells of the list; null where it has no entries that one could point to
 */
record StatusValue(
        long value, String message, String note, @Nullable ListReport list) {

    boolean isSet() {
        return value != 0;
    }
}
