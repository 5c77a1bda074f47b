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
        Set<String> words = new LinkedHashSet<>();
        for (String word : WORDS.split(text)) {
            words.add(word.toLowerCase(Locale.ROOT));
        }
        words.retainAll(names);
        if (!words.isEmpty()) {
            found.add(new Violation(
                    place,
                    CODE,
                    "Your name seems to stand here (" + String.join(", ", words)
                            + "); assessors are not to know whose work it is."));
        }
        if (ADDRESS.matcher(text).find()) {
            found.add(new Violation(
                    place, CODE, "An e-mail address stands here; assessors are not to know whose work it is."));
        }
    }
}
