package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One problem, at one place.
 *
 * @param kind what kind; on the wire its {@code type} and {@code title}
 * @param detail what was expected and what came, in the language of the words as far as they go, else in English
 * @param pointer JSON Pointer into the credential; empty for the whole
 * @param words the language of title and advice; not on the wire
 */
@JsonPropertyOrder({"type", "title", "detail", "pointer", "advice"})
public record Problem(
        @JsonIgnore ProblemKind kind,
        String detail,
        String pointer,
        @JsonIgnore Wording words) {

    /** In English. */
    public Problem(ProblemKind kind, String detail, String pointer) {
        this(kind, detail, pointer, Wording.ENGLISH);
    }

    /** A problem of the whole. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, "");
    }

    /** The same in another language. */
    Problem in(Wording language) {
        return new Problem(kind, language.say(detail), pointer, language);
    }

    /** The same with another detail. */
    Problem saying(String otherDetail) {
        return new Problem(kind, otherDetail, pointer, words);
    }

    /** The kind's URI. */
    @JsonProperty("type")
    public String type() {
        return kind.type();
    }

    /** The kind's title. */
    @JsonProperty("title")
    public String title() {
        return words.title(kind);
    }

    /** What whoever holds the badge, or was shown it, can do about it. */
    @JsonProperty("advice")
    public String advice() {
        return words.advice(kind);
    }
}
