package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.report.CheckResult;

/** What every check shares: how it is called, and whether the verdict hangs on it. */
public abstract class Check implements VerificationCheck {
    private final String id;
    private final String title;
    private final String clause;
    private final boolean fatal;
    private final Set<String> waitsFor;

    /** With its id, title and clause, whether it is fatal, and the ids of the checks that it waits for. */
    protected Check(String id, String title, String clause, boolean fatal, Set<String> waitsFor) {
        this.id = id;
        this.title = title;
        this.clause = clause;
        this.fatal = fatal;
        this.waitsFor = Set.copyOf(waitsFor);
    }

    @Override
    public final String id() {
        return id;
    }

    @Override
    public final String title() {
        return title;
    }

    @Override
    public final String clause() {
        return clause;
    }

    @Override
    public final boolean fatal() {
        return fatal;
    }

    @Override
    public final Set<String> waitsFor() {
        return waitsFor;
    }

    /** A result that adds nothing to what is known. */
    protected static Uni<Examined> now(CheckResult result, Examination examination) {
        return Uni.createFrom().item(new Examined(result, examination));
    }
}
