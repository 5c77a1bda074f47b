package org.laurel.verifying.openbadges2;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Check;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;

/** What every check of an assertion shares: it knows what the others found. */
abstract class AssertionCheck extends Check {
    static final String STRIPPED = "it says of itself only that it is revoked";

    AssertionCheck(String id, String title, String clause, boolean fatal, Set<String> waitsFor) {
        super(id, title, "OB 2.0 " + clause, fatal, waitsFor);
    }

    @Override
    public final Uni<Examined> run(Examination examination) {
        if (examination.otherOrNull() instanceof AssertionFindings findings) {
            return judge(findings, examination);
        }
        throw new IllegalStateException("the assertion has not been parsed");
    }

    /** Asks, with what is known so far. */
    abstract Uni<Examined> judge(AssertionFindings findings, Examination examination);

    /** The result that a document could not be had. */
    static Examined without(Throwable failure, String pointer, Examination examination) {
        return new Examined(((PartException) failure).result(pointer), examination);
    }

    static Uni<Examined> skipped(String reason, Examination examination) {
        return now(CheckResult.skipped(reason), examination);
    }
}
