package org.laurel.verifying.openbadges2;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.IssuerRegistries;

/** Do we know the issuer? A matter of trust, apart from validity: anyone may be an issuer. */
final class AssertionIssuerKnownCheck extends AssertionCheck {
    private final IssuerRegistries registries;

    AssertionIssuerKnownCheck(IssuerRegistries registries) {
        super("issuer-known", "The issuer is known here", "Verification", false, Set.of("hosted", "issuer-key"));
        this.registries = registries;
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        return findings.issuerOrNull() == null
                ? skipped("nobody is named who issued it", examination)
                : registries.judge(findings.issuerId(), "/badge/issuer", examination);
    }
}
