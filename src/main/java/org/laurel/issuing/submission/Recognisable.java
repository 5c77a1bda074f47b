package org.laurel.issuing.submission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.laurel.issuing.submission.SubmissionContent.Answer;
import org.laurel.shared.problem.Violation;

/**
 * Finds what would tell an assessor who wrote something: assessors are not to know. It warns and never refuses, since a name
 * can be a word, too; pure.
 */
final class Recognisable {
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}0-9._%+-]{1,64}@[\\p{L}0-9.-]{1,200}\\.\\p{L}{2,20}");
    private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final String CODE = "recognisable";
    private static final int SHORTEST = 3;

    private final Set<String> names = new LinkedHashSet<>();

    /** With what the educator is called. */
    Recognisable(List<String> called) {
        for (String name : called) {
            for (String word : WORDS.split(name)) {
                if (word.codePointCount(0, word.length()) >= SHORTEST) {
                    names.add(word.toLowerCase(Locale.ROOT));
                }
            }
        }
    }

    /** A warning for each text that holds a word of the name, or an e-mail address. */
    List<Violation> in(SubmissionContent content) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < content.answers().size(); i++) {
            Answer answer = content.answers().get(i);
            look(answer.text() == null ? "" : answer.text(), "/answers/" + i + "/text", found);
            for (int k = 0; k < answer.links().size(); k++) {
                SubmissionContent.Link link = answer.links().get(k);
                look(
                        link.url() + " " + (link.name() == null ? "" : link.name()),
                        "/answers/" + i + "/links/" + k,
                        found);
            }
        }
        return found;
    }

    private void look(String text, String place, List<Violation> found) {
        warn(words(text), hasAddress(text), place, found);
    }

    /** The words of the name that stand in a text, in the order of the name. */
    List<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : WORDS.split(text)) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
        return names.stream().filter(words::contains).toList();
    }

    /** Whether an e-mail address stands in a text. */
    static boolean hasAddress(String text) {
        return ADDRESS.matcher(text).find();
    }

    /** A warning for each file in whose words either was found when it came. */
    static List<Violation> inFiles(List<EvidenceFile> files) {
        List<Violation> found = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            List<String> words = files.get(i).about().recognised();
            warn(words == null ? List.of() : words, files.get(i).about().address(), "/files/" + i, found);
        }
        return found;
    }

    private static void warn(List<String> words, boolean address, String place, List<Violation> found) {
        if (!words.isEmpty()) {
            found.add(new Violation(
                    place,
                    CODE,
                    "Your name seems to stand here (" + String.join(", ", words)
                            + "); assessors are not to know whose work it is."));
        }
        if (address) {
            found.add(new Violation(
                    place, CODE, "An e-mail address stands here; assessors are not to know whose work it is."));
        }
    }
}
