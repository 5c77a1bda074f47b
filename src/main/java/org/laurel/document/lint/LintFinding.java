package org.laurel.document.lint;

import java.util.Objects;

/**
 * What a rule found at one place of a document.
 *
 * @param severity whether it makes the document invalid
 * @param rule the rule's id: {@code achievement-has-criteria}
 * @param pointer JSON Pointer to the place
 * @param detail what was expected and what came, for people
 * @param clause where the standard says so: {@code OB 3.0 §B.1.2}
 */
public record LintFinding(Severity severity, String rule, String pointer, String detail, String clause) {

    /** Refuses null. */
    public LintFinding {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(clause, "clause");
    }

    /** How bad a finding is. */
    public enum Severity {
        /** A MUST is broken: the document is not issued, and not verified. */
        ERROR,
        /** A SHOULD is broken, or older wording is used: it is reported. */
        WARNING
    }
}
