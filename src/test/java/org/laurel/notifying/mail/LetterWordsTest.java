package org.laurel.notifying.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LetterWordsTest {
    private static final Pattern PLACE = Pattern.compile("\\{[a-z]+}");
    private static final Map<String, String> FACTS = Map.of("organisation", "Oak Hill", "achievement", "{role} $1");

    @Test
    void both_languages_have_the_same_sentences_with_the_same_places() throws IOException {
        Properties english = bundle("en");
        Properties spanish = bundle("es");
        assertThat(spanish.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(places(spanish.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
        }
    }

    @Test
    void a_sentence_that_lacks_a_fact_is_left_out() {
        LetterWords words = LetterWords.of(Optional.of("en"), "en");
        List<String> without = words.paragraphs("credential.awarded", FACTS);
        assertThat(without).hasSize(3).noneMatch(paragraph -> paragraph.contains("valid until"));
        assertThat(words.paragraphs(
                        "credential.awarded", Map.of("organisation", "O", "achievement", "A", "until", "1")))
                .hasSize(4)
                .contains("It is valid until 1.");
    }

    @Test
    void what_a_fact_says_has_no_places() {
        assertThat(LetterWords.of(Optional.empty(), "en").sentence("credential.awarded.subject", FACTS))
                .isEqualTo("Oak Hill awarded you a badge: {role} $1");
    }

    @Test
    void the_language_is_the_first_that_there_are_words_in() {
        assertThat(LetterWords.of(Optional.of("es-MX"), "en").language()).isEqualTo("es");
        assertThat(LetterWords.of(Optional.of("en-GB"), "es").language()).isEqualTo("en");
        assertThat(LetterWords.of(Optional.of("fr"), "es").language()).isEqualTo("es");
        assertThat(LetterWords.of(Optional.empty(), "es").language()).isEqualTo("es");
        assertThat(LetterWords.of(Optional.empty(), "en").language()).isEqualTo("en");
    }

    private static TreeSet<String> places(String sentence) {
        TreeSet<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    private static Properties bundle(String language) throws IOException {
        Properties properties = new Properties();
        try (var file = LetterWordsTest.class.getResourceAsStream("/messages/letter_" + language + ".properties")) {
            properties.load(new InputStreamReader(java.util.Objects.requireNonNull(file), StandardCharsets.UTF_8));
        }
        return properties;
    }
}
