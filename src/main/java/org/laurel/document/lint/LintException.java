package org.laurel.document.lint;

import java.io.Serial;
import java.util.List;

/** A document breaks rules of the standard and must not be signed. */
public final class LintException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<LintFinding> findings;

    LintException(List<LintFinding> findings) {
        super(findings.size() + " findings, the first: " + findings.get(0), null, false, false);
        this.findings = List.copyOf(findings);
    }

    /** Everything that was found, warnings too; at least one is an error. */
    public List<LintFinding> findings() {
        return findings;
    }
}
