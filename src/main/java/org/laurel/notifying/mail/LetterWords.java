package org.laurel.notifying.mail;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of letters in one language, from the bundles {@code messages/letter_*.properties}. */
final class LetterWords {
    private static final LetterWords ENGLISH = new LetterWords(Locale.ENGLISH);
    private static final LetterWords SPANISH = new LetterWords(Locale.forLanguageTag("es"));
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    private final Locale language;
    private final ResourceBundle words;
    private final DateTimeFormatter day;

    private LetterWords(Locale language) {
        this.language = language;
        this.words = ResourceBundle.getBundle(
                "messages/letter",
                language,
                LetterWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .withZone(ZoneOffset.UTC);
    }

    /** The words in the first of these languages that there are words in, by their tags (RFC 5646); else English. */
    static LetterWords of(Optional<String> tag, String otherwise) {
        String wanted = primary(tag.orElse(""));
        return (wanted.equals("en") || wanted.equals("es") ? wanted : primary(otherwise)).equals("es")
                ? SPANISH
                : ENGLISH;
    }

    private static String primary(String tag) {
        return Locale.forLanguageTag(tag).getLanguage();
    }

    /** The tag of the language. */
    String language() {
        return language.toLanguageTag();
    }

    /** The day of a moment, in UTC. */
    String day(Instant moment) {
        return day.format(moment);
    }

    /** What people call a role; the word of the standard when there is none. */
    String role(String role) {
        String key = "role." + role;
        return words.containsKey(key) ? words.getString(key) : role;
    }

    /** The programme, as long as it has no name. */
    String programme() {
        return words.getString("programme");
    }

    /** A sentence that always stands. */
    String sentence(String key, Map<String, String> facts) {
        return filled(words.getString(key), facts).orElseThrow();
    }

    /** The paragraphs of a kind of letter, in order, but for those that lack a fact. */
    List<String> paragraphs(String kind, Map<String, String> facts) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 1; words.containsKey(kind + "." + i); i++) {
            filled(words.getString(kind + "." + i), facts).ifPresent(paragraphs::add);
        }
        return paragraphs;
    }

    /** A sentence with facts in their places; empty when one is missing. What a fact says is never looked into for places. */
    private static Optional<String> filled(String sentence, Map<String, String> facts) {
        Map<String, String> there = new HashMap<>(facts);
        Matcher places = PLACE.matcher(sentence);
        boolean whole = places.results().allMatch(place -> there.containsKey(place.group(1)));
        return whole
                ? Optional.of(PLACE.matcher(sentence)
                        .replaceAll(place -> Matcher.quoteReplacement(String.valueOf(there.get(place.group(1))))))
                : Optional.empty();
    }
}
