package org.laurel.verifying.report;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * One problem, at one place.
 *
 * @param kind what kind; on the wire its {@code type} and {@code title}
 * @param detail what was expected and what came
 * @param pointer JSON Pointer into the credential; empty for the whole
 */
@JsonPropertyOrder({"type", "title", "detail", "pointer", "advice"})
public record Problem(@JsonIgnore ProblemKind kind, String detail, String pointer) {

    /** A problem of the whole. */
    public static Problem of(ProblemKind kind, String detail) {
        return new Problem(kind, detail, "");
    }

    /** The kind's URI. */
    @JsonProperty("type")
    public String type() {
        return kind.type();
    }

    /** The kind's title. */
    @JsonProperty("title")
    public String title() {
        return kind.title();
    }

    /** What whoever holds the badge, or was shown it, can do about it. */
    @JsonProperty("advice")
    public String advice() {
        return kind.advice();
    }
}
