package org.laurel.verifying.check;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import org.laurel.verifying.report.CheckResult;

/** Do we know the issuer? A matter of trust, apart from validity: anyone may be an issuer. */
@Singleton
final class IssuerKnownCheck extends Check {
    private final IssuerRegistries registries;

    IssuerKnownCheck(@All List<KnownIssuers> registries) {
        super("issuer-known", "The issuer is known here", "VCDM 2.0 §5.1", false, Set.of("issuer-key"));
        this.registries = new IssuerRegistries(registries);
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        if (examination.credential().document().isPresentation()) {
            return now(CheckResult.skipped("holders of badges are in no registry"), examination);
        }
        String issuer = examination.credential().document().issuerId().orElse("");
        return registries.judge(issuer, "/issuer", examination);
    }
}
