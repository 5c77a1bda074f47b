package org.laurel.document.carrier;

import java.util.List;

/**
 * What was found inside a picture or PDF.
 *
 * @param text a compact JWS, JSON, or (from older badges) a link
 * @param carrier {@code png}, {@code svg} or {@code pdf}
 * @param compressed whether it was compressed there, which OB 3.0 does not allow but others write
 * @param notes what a reader of the report should know, each a sentence without end mark
 */
public record CarriedCredential(String text, String carrier, boolean compressed, List<String> notes) {

    /** Copies the list. */
    public CarriedCredential {
        notes = List.copyOf(notes);
    }
}
