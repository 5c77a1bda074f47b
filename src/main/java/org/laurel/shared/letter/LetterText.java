package org.laurel.shared.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * To whom a letter goes and what it tells; made when it is sent, and kept nowhere.
 *
 * @param address the e-mail address
 * @param language its language by its tag (RFC 5646); empty when nobody knows
 * @param facts what stands in the places of its sentences, by their names; a sentence that lacks one is left out
 * @param until a day that it names
 * @param quote words of others that it passes on, a paragraph each
 * @param link where to go
 */
public record LetterText(
        String address,
        Optional<String> language,
        Map<String, String> facts,
        Optional<Instant> until,
        List<String> quote,
        String link) {

    /** Copies the collections. */
    public LetterText {
        facts = Map.copyOf(facts);
        quote = List.copyOf(quote);
    }

    /** One that names no day and quotes nobody. */
    public static LetterText of(String address, Map<String, String> facts, String link) {
        return new LetterText(address, Optional.empty(), facts, Optional.empty(), List.of(), link);
    }

    /** The same in a language. */
    public LetterText in(Optional<String> tag) {
        return new LetterText(address, tag, facts, until, quote, link);
    }

    /** The same with a day. */
    public LetterText until(Optional<Instant> day) {
        return new LetterText(address, language, facts, day, quote, link);
    }

    /** The same with words of others. */
    public LetterText quoting(List<String> words) {
        return new LetterText(address, language, facts, until, words, link);
    }

    @Override
    public String toString() {
        return "LetterText";
    }
}
