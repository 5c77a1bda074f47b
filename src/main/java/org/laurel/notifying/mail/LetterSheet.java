package org.laurel.notifying.mail;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A letter as it is written, before it has a form.
 *
 * @param language its language
 * @param subject its subject
 * @param paragraphs what it tells
 * @param quote words of others, a paragraph each
 * @param button what the link does
 * @param link where it leads
 * @param foot who sends it, and why
 * @param replyTo where answers are read
 */
record LetterSheet(
        String language,
        String subject,
        List<String> paragraphs,
        List<String> quote,
        String button,
        String link,
        List<String> foot,
        Optional<String> replyTo) {

    /** As plain text. */
    String text() {
        Stream<String> quoted = quote.stream().map(words -> "> " + words.replace("\n", "\n> "));
        return Stream.of(
                                paragraphs.stream(),
                                quoted,
                                Stream.of(button + ":\n" + link),
                                Stream.of("-- \n" + String.join("\n", foot)))
                        .flatMap(parts -> parts)
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    /** The quoted words by their lines, for those who read them as HTML. */
    List<List<String>> quotedLines() {
        return quote.stream().map(words -> words.lines().toList()).toList();
    }

    @Override
    public String toString() {
        return "LetterSheet";
    }
}
