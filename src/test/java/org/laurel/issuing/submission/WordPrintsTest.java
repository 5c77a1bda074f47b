package org.laurel.issuing.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.laurel.shared.sealing.TestKeys;

class WordPrintsTest {
    private final WordPrints prints = new WordPrints(TestKeys.keys());

    @Test
    void a_text_with_a_changed_word_is_nearly_the_same_whatever_its_case_and_punctuation() {
        String text = text(1, 200);
        byte[] one = print(1, text);
        byte[] other = print(1, text.toUpperCase(Locale.ROOT).replace(" ", ",\n") + " and one more");
        assertThat(WordPrints.alike(one, one)).isEqualTo(100);
        assertThat(WordPrints.alike(one, other)).isGreaterThan(80);
        assertThat(Arrays.asList(WordPrints.bands(one))).containsAnyOf(WordPrints.bands(other));
    }

    @Test
    void other_texts_are_not() {
        byte[] one = print(1, text(1, 200));
        byte[] other = print(1, text(2, 200));
        assertThat(WordPrints.alike(one, other)).isLessThan(20);
        assertThat(Arrays.asList(WordPrints.bands(one))).doesNotContain(WordPrints.bands(other));
    }

    @Test
    void another_organisation_finds_nothing_by_it() {
        byte[] here = print(1, text(1, 200));
        byte[] there = print(2, text(1, 200));
        assertThat(WordPrints.alike(here, there)).isLessThan(20);
        assertThat(new String(here, StandardCharsets.ISO_8859_1)).isNotEqualTo(text(1, 200));
        assertThat(prints.ofFile(1, "ab")).isNotEqualTo(prints.ofFile(2, "ab")).isEqualTo(prints.ofFile(1, "ab"));
    }

    @Test
    void a_few_words_say_nothing_and_very_many_are_bounded() {
        assertThat(prints.of(1, text(1, 19))).isEmpty();
        assertThat(prints.of(1, "... !!!")).isEmpty();
        assertThat(print(1, "a ".repeat(300_000))).hasSize(256);
    }

    private byte[] print(int issuerNo, String text) {
        return prints.of(issuerNo, text).orElseThrow();
    }

    private static String text(int seed, int words) {
        Random random = new Random(seed);
        return IntStream.range(0, words)
                .mapToObj(i -> "word" + random.nextInt(5000))
                .collect(Collectors.joining(" "));
    }
}
