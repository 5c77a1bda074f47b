package org.laurel.web.console;

import java.util.LinkedHashMap;
import java.util.Map;
import org.laurel.verifying.report.Wording;

/** What is wrong with a form, in words, field by field. */
final class Faults {
    private final Wording words;
    private final Map<String, String> byField = new LinkedHashMap<>();

    Faults(Wording words) {
        this.words = words;
    }

    /** Something is wrong with a field. */
    void add(String field, String key) {
        byField.put(field, words.text(key));
    }

    /** The sentences by the names of the fields. */
    Map<String, String> byField() {
        return byField;
    }
}
