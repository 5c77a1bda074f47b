package org.laurel.verifying.check;

/**
 * What a list says of an entry.
 *
 * @param value 0 when nothing is set
 * @param message what the value means in the issuer's words; empty where it says nothing
 * @param note how the list was had, when that is worth a word
 */
record StatusValue(long value, String message, String note) {

    boolean isSet() {
        return value != 0;
    }

    /** Of a list that knows only yes and no. */
    static StatusValue of(boolean set) {
        return new StatusValue(set ? 1 : 0, "", "");
    }
}
