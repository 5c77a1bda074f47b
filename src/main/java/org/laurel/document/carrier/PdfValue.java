package org.laurel.document.carrier;

import java.util.List;
import java.util.Map;

/** An object of a PDF (ISO 32000-2 §7.3), as far as finding an embedded file needs to tell them apart. */
sealed interface PdfValue {
    /** What cannot be told apart here: null, true, false and operators. */
    PdfValue OTHER = new Other();

    /**
     * A name.
     *
     * @param text without the solidus, escapes undone
     */
    record Name(String text) implements PdfValue {}

    /**
     * A string.
     *
     * @param bytes one character a byte
     */
    record Text(String bytes) implements PdfValue {}

    /**
     * A number, its fraction cut off.
     *
     * @param value within 15 digits
     */
    record Whole(long value) implements PdfValue {}

    /**
     * A reference to an object.
     *
     * @param number of the object; generations are not told apart, as one number has one living object
     */
    record Reference(int number) implements PdfValue {}

    /**
     * An array.
     *
     * @param values its members
     */
    record Sequence(List<PdfValue> values) implements PdfValue {}

    /**
     * A dictionary.
     *
     * @param entries by name
     * @param end where it has ended in the bytes that it was read from, which is where its stream begins
     */
    record Dictionary(Map<String, PdfValue> entries, int end) implements PdfValue {

        /** The entry as it stands; {@link #OTHER} when there is none. */
        PdfValue get(String name) {
            return entries.getOrDefault(name, OTHER);
        }
    }

    /** Anything else. */
    record Other() implements PdfValue {}

    /** The text of a name; empty for anything else. */
    default String name() {
        return this instanceof Name name ? name.text() : "";
    }

    /** The value of a number, or another one. */
    default long number(long otherwise) {
        return this instanceof Whole whole ? whole.value() : otherwise;
    }
}
