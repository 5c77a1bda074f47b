package org.laurel.verifying.check;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** All who say whom we know, asked as one. */
public final class IssuerRegistries {
    private final List<KnownIssuers> registries;

    /** With everyone who may know. */
    public IssuerRegistries(List<KnownIssuers> registries) {
        this.registries = List.copyOf(registries);
    }

    /**
     * Whether anyone knows the issuer: passed, or a warning that nobody does.
     *
     * @param issuer its id
     * @param pointer where it is named
     */
    public Uni<CheckResult> judge(String issuer, String pointer) {
        return Multi.createFrom()
                .iterable(registries)
                .onItem()
                .transformToUniAndConcatenate(registry -> registry.knows(issuer))
                .filter(Boolean::booleanValue)
                .collect()
                .first()
                .map(known -> known == null ? CheckResult.warning(unknown(issuer, pointer)) : CheckResult.passed(""));
    }

    private static Problem unknown(String issuer, String pointer) {
        return new Problem(
                ProblemKind.ISSUER_UNKNOWN, "no registry that we know of names the issuer " + issuer, pointer);
    }
}
