package org.laurel.web.console.batch;

import java.util.List;

/**
 * A row as the badge that it is, or would be.
 *
 * @param number in the file
 * @param who gets it, as the row says
 * @param name what the row calls them; empty when it does not
 * @param badge the micro-credential
 * @param dates from when to when; empty for ever
 * @param state the word for what came of it
 * @param tone good, bad, unsure or empty
 * @param link where its badge is; empty when there is none
 * @param faults why not
 */
public record ShownRow(
        int number,
        String who,
        String name,
        String badge,
        String dates,
        String state,
        String tone,
        String link,
        List<Fault> faults) {

    /**
     * What is wrong.
     *
     * @param where the column; empty when it is the row as a whole
     * @param value what stands there; empty when nothing does
     * @param what the sentence
     * @param lang the language of the sentence, when it is not the page's; else empty
     */
    public record Fault(String where, String value, String what, String lang) {}
}
