package org.laurel.hosting.certificate;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words around a badge on paper, from the bundles {@code messages/certificate_*.properties}. */
final class Labels {
    private static final Labels ENGLISH = new Labels(Locale.ENGLISH);
    private static final Labels SPANISH = new Labels(Locale.forLanguageTag("es"));

    private final Locale language;
    private final ResourceBundle words;
    private final DateTimeFormatter day;

    private Labels(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "messages/certificate",
                language,
                Labels.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .withZone(ZoneOffset.UTC);
    }

    /** The words in a language, by its tag (RFC 5646); English when there are none. */
    static Labels of(String tag) {
        String primary = Locale.forLanguageTag(tag).getLanguage();
        return primary.equals("es") ? SPANISH : ENGLISH;
    }

    /** The tag of the language. */
    String language() {
        return language.toLanguageTag();
    }

    /** What stands under a key. */
    String get(String key) {
        return words.getString(key);
    }

    /** What stands under a key, with something in the place of {@code {0}}. */
    String get(String key, String what) {
        return MessageFormat.format(words.getString(key), what);
    }

    /** The day of a moment, in UTC. */
    String day(Instant moment) {
        return day.format(moment);
    }
}
