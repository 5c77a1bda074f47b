package org.laurel.securing.status;

/**
 * One entry of one list.
 *
 * @param issuerNo whose list
 * @param listNo the list's number at that issuer
 * @param purpose what its bit says
 * @param index the position, from 0
 */
public record StatusListIndex(int issuerNo, int listNo, StatusPurpose purpose, int index) {

    /** The list's path segment: {@code 1-3}. */
    public String listId() {
        return issuerNo + "-" + listNo;
    }
}
