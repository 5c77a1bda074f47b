package org.laurel.document.lint;

import java.util.List;

/** One rule of the standard: pure, without network, clock or memory; found through CDI; one file each. */
public interface LintRule {

    /** A stable id, lower case with hyphens; names the broken example of the rule. */
    String id();

    /** The clause it enforces. */
    String clause();

    /** Whether the rule speaks about documents of this kind at all. */
    boolean appliesTo(PlacedDocument document);

    /** Everything wrong by this rule; empty when nothing is. Never throws on strange documents. */
    List<LintFinding> findings(PlacedDocument document);
}
