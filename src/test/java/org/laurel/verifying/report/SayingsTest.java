package org.laurel.verifying.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingsTest {
    private final Sayings spanish = Wording.SPANISH.sayings();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody asked whose it is|nadie preguntó de quién es",
                "1 of 2 hold|1 de 2 se sostienen",
                "it was valid until 2026-01-01T00:00:00Z|fue válida hasta 2026-01-01T00:00:00Z",
                "it was inside a PNG; it is marked as an Open Badge 2.0"
                        + "|estaba dentro de un PNG; está marcada como Open Badge 2.0",
                "it is about a$1, not about b\\2|trata de a$1, no de b\\2"
            })
    void says_in_spanish_what_was_said_in_english(String english, String other) {
        assertThat(Wording.SPANISH.say(english)).isEqualTo(other);
        assertThat(Wording.SPANISH.languageOf(other)).isEqualTo("es");
        assertThat(Wording.ENGLISH.say(english)).isEqualTo(english);
        assertThat(Wording.ENGLISH.languageOf(english)).isEqualTo("en");
    }

    @Test
    void what_it_has_no_words_for_stays_in_english_and_is_marked_so() {
        for (String english : List.of("the moon is green", "it was inside a PNG; the moon is green", "")) {
            assertThat(Wording.SPANISH.say(english)).isEqualTo(english);
            assertThat(Wording.SPANISH.languageOf(english)).isEqualTo("en");
        }
    }

    @Test
    void a_long_text_costs_nothing() {
        String hostile = "it is about ".repeat(100_000);
        assertThat(Wording.SPANISH.say(hostile)).isEqualTo(hostile);
    }

    @Test
    void every_sentence_is_said_somewhere() throws IOException {
        String code = code();
        List<String> unsaid = spanish.pairs().stream()
                .map(Sayings.Pair::english)
                .flatMap(sentence -> Stream.of(sentence.split("\\{\\d}")))
                .map(piece -> piece.replaceAll("[:; ]+$", "").strip())
                .filter(piece -> piece.length() > 3 && !code.contains(piece))
                .toList();
        assertThat(unsaid).as("sentences of sayings_es.txt that no check says").isEmpty();
    }

    @Test
    void each_has_the_same_places_in_both_languages() {
        spanish.pairs().forEach(pair -> assertThat(
                        pair.english().matches(".*\\{\\d}.*") || !pair.other().contains("{"))
                .as(pair.english())
                .isTrue());
    }

    /** The code with texts that run over several lines made one. */
    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SayingsTest::read)
                    .collect(Collectors.joining("\n"))
                    .replaceAll("\"\\s*\\+\\s*\"", "");
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
