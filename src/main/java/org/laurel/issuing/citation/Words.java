package org.laurel.issuing.citation;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Compares texts as people do: whatever the case, the accents, the quotation marks, the markup of a publisher. */
final class Words {
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,200}>");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final double ALIKE = 0.6;

    private Words() {}

    /** The words, in order. */
    static List<String> of(String text) {
        String plain = MARKS.matcher(Normalizer.normalize(MARKUP.matcher(text).replaceAll(" "), Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("&amp;", "and")
                .replace("&", " and ");
        return Arrays.stream(NO_WORD.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * Whether two titles are of one work. A subtitle may be left away, and a few words may differ: one has a misprint, the
     * other an edition.
     */
    static boolean sameTitle(String one, String other) {
        List<String> first = of(one);
        List<String> second = of(other);
        if (first.isEmpty() || second.isEmpty()) {
            return first.equals(second);
        }
        return begins(first, second) || begins(second, first) || shared(first, second) >= ALIKE;
    }

    /** A single word is no title that another could be told by. */
    private static boolean begins(List<String> start, List<String> whole) {
        return (start.size() > 1 || whole.size() == 1)
                && start.size() <= whole.size()
                && whole.subList(0, start.size()).equals(start);
    }

    private static double shared(List<String> one, List<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        Set<String> all = new HashSet<>(one);
        all.addAll(other);
        return (double) both.size() / all.size();
    }

    /** Whether the words of the quote stand in the text, in order; what is left out of it is marked by dots. */
    static boolean isQuoted(String quote, String text) {
        String whole = " " + String.join(" ", of(text)) + " ";
        int from = 0;
        for (String part : quote.split("\\[?(?:\\.{3}|…)\\]?", -1)) {
            String words = String.join(" ", of(part));
            if (words.isEmpty()) {
                continue;
            }
            int found = whole.indexOf(" " + words + " ", from);
            if (found < 0) {
                return false;
            }
            from = found + words.length();
        }
        return true;
    }

    /** The family name of an author: before a comma, else the last word. */
    static String family(String author) {
        int comma = author.indexOf(',');
        List<String> words = of(comma < 0 ? author : author.substring(0, comma));
        if (words.isEmpty()) {
            return "";
        }
        return comma < 0 ? words.get(words.size() - 1) : String.join(" ", words);
    }
}
