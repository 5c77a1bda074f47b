package org.laurel.web.console.batch;

import java.util.List;

/**
 * A column of a file, and what it may be for.
 *
 * @param number its place, from 0
 * @param header what it is called in the file
 * @param sample what stands in it first; empty when nothing does
 * @param field what it is for, or likely is; {@code -} when it is left out, empty when nobody knows
 * @param told whether somebody has said so
 * @param others a field that it is for, when that is none of the usual ones; else empty
 */
public record ShownColumn(int number, String header, String sample, String field, boolean told, List<String> others) {
    /** What stands for a column that is left out. */
    static final String LEFT_OUT = "-";
}
