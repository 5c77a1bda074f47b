package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/**
 * One question about a credential. It reaches the world only through what it was made with, and answers with a result
 * also when something is wrong; found through CDI, put in order by the plan.
 */
public interface VerificationCheck {

    /** A stable id, lower case with hyphens. */
    String id();

    /** What it asks, for people. */
    String title();

    /** Where the standard asks for it. */
    String clause();

    /** Whether the verdict hangs on it. */
    boolean fatal();

    /** The ids of the checks that must have passed before this one can be asked. */
    Set<String> waitsFor();

    /** Asks. A failure of the Uni is a defect of ours, which the runner turns into a finding. */
    Uni<Examined> run(Examination examination);
}
