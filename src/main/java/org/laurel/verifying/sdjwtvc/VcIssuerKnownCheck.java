package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.IssuerRegistries;

/** Do we know the issuer? A matter of trust, apart from validity: anyone may be an issuer. */
final class VcIssuerKnownCheck extends SdJwtVcCheck {
    private final IssuerRegistries registries;

    VcIssuerKnownCheck(IssuerRegistries registries) {
        super("issuer-known", "The issuer is known here", "SD-JWT VC §2.5", false, Set.of("issuer-key"));
        this.registries = registries;
    }

    @Override
    Uni<Examined> judge(SdJwtVc credential, Examination examination) {
        return registries.judge(credential.text("iss"), "/iss", examination);
    }
}
