package org.laurel.verifying.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What checks say in English, in another language: pairs of sentences from {@code messages/sayings_*.txt}, in which
 * {@code {0}} stands for anything. Reasons of several sentences, joined by semicolons, are said one by one.
 */
final class Sayings {
    /** Says nothing in another language. */
    static final Sayings NONE = new Sayings(List.of());

    private static final String BETWEEN = " = ";
    private static final String JOINED = "; ";
    private static final int LONGEST = 2000;
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    private final List<Pair> pairs;

    private Sayings(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /** Those of a language. */
    static Sayings of(String language) {
        try (InputStream file = Sayings.class.getResourceAsStream("/messages/sayings_" + language + ".txt")) {
            if (file == null) {
                throw new IllegalStateException("there are no sayings in " + language);
            }
            return new Sayings(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Pair::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The pairs, for those who see that nothing is missing. */
    List<Pair> pairs() {
        return pairs;
    }

    /** The same in the other language; as it is when that has no words for it. */
    String say(String english) {
        return whole(english).or(() -> parts(english)).orElse(english);
    }

    /** Whether a text is one that {@link #say} gives. */
    boolean isSaid(String text) {
        return isWhole(text) || Stream.of(text.split(JOINED)).allMatch(this::isWhole);
    }

    private Optional<String> parts(String english) {
        List<String> said = new ArrayList<>();
        for (String part : english.split(JOINED)) {
            Optional<String> other = whole(part);
            if (other.isEmpty()) {
                return Optional.empty();
            }
            said.add(other.get());
        }
        return Optional.of(String.join(JOINED, said));
    }

    private Optional<String> whole(String english) {
        return isBounded(english)
                ? pairs.stream()
                        .map(pair -> pair.said(english))
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private boolean isWhole(String text) {
        return isBounded(text)
                && pairs.stream().anyMatch(pair -> pair.back().matcher(text).matches());
    }

    private static boolean isBounded(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    /** A sentence in English and in the other language, each also as a pattern. */
    record Pair(String english, String other, Pattern there, Pattern back) {

        static Pair of(String line) {
            String[] both = line.split(BETWEEN, 2);
            if (both.length < 2) {
                throw new IllegalStateException("expected a sentence, \" = \" and another, got: " + line);
            }
            return new Pair(both[0], both[1], pattern(both[0]), pattern(both[1]));
        }

        Optional<String> said(String text) {
            Matcher found = there.matcher(text);
            return found.matches()
                    ? Optional.of(PLACE.matcher(other)
                            .replaceAll(place ->
                                    Matcher.quoteReplacement(found.group(Integer.parseInt(place.group(1)) + 1))))
                    : Optional.empty();
        }

        private static Pattern pattern(String sentence) {
            StringBuilder pattern = new StringBuilder();
            int from = 0;
            Matcher place = PLACE.matcher(sentence);
            while (place.find()) {
                pattern.append(Pattern.quote(sentence.substring(from, place.start())))
                        .append("(.+?)");
                from = place.end();
            }
            return Pattern.compile(pattern + Pattern.quote(sentence.substring(from)), Pattern.DOTALL);
        }
    }
}
