package org.laurel.verifying.check;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Do we know the issuer? A matter of trust, apart from validity: anyone may be an issuer. */
@Singleton
final class IssuerKnownCheck extends Check {
    private final List<KnownIssuers> registries;

    IssuerKnownCheck(@All List<KnownIssuers> registries) {
        super("issuer-known", "The issuer is known here", "VCDM 2.0 §5.1", false, Set.of("issuer-key"));
        this.registries = List.copyOf(registries);
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        if (examination.credential().document().isPresentation()) {
            return now(CheckResult.skipped("holders of badges are in no registry"), examination);
        }
        String issuer = examination.credential().document().issuerId().orElse("");
        return Multi.createFrom()
                .iterable(registries)
                .onItem()
                .transformToUniAndConcatenate(registry -> registry.knows(issuer))
                .filter(Boolean::booleanValue)
                .collect()
                .first()
                .map(known -> new Examined(
                        known == null ? CheckResult.warning(unknown(issuer)) : CheckResult.passed(""), examination));
    }

    private static Problem unknown(String issuer) {
        return new Problem(
                ProblemKind.ISSUER_UNKNOWN, "no registry that we know of names the issuer " + issuer, "/issuer");
    }
}
