package org.laurel.issuing.submission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words about evidence that badges show, in each language: what an educator agrees to, and what kinds of work there are. */
public final class ShowingWords {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.forLanguageTag("es"));

    private ShowingWords() {}

    /** What it means to have the badge show evidence, by the tag of the language. */
    static Map<String, String> meaning() {
        Map<String, String> meaning = new LinkedHashMap<>();
        LANGUAGES.forEach(language ->
                meaning.put(language.toLanguageTag(), bundle(language).getString("showing.meaning")));
        return meaning;
    }

    /**
     * What a kind of work is called.
     *
     * @param kind {@code text}, {@code link}, {@code document}, {@code picture}, {@code sound} or {@code video}
     * @param language the tag of a language; English when it is none of ours
     */
    public static String genre(String kind, @Nullable String language) {
        Locale wanted = Locale.forLanguageTag(language == null ? "" : language);
        return bundle(LANGUAGES.stream()
                        .filter(one -> one.getLanguage().equals(wanted.getLanguage()))
                        .findFirst()
                        .orElse(Locale.ENGLISH))
                .getString("showing.genre." + kind);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle(
                "messages/showing",
                language,
                ShowingWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
