package org.laurel.verifying.sdjwtvc;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.IssuerKeys;
import org.laurel.verifying.check.IssuerRegistries;
import org.laurel.verifying.check.KnownIssuers;
import org.laurel.verifying.check.OtherPlan;
import org.laurel.verifying.check.VerificationCheck;

/** The checks of an SD-JWT VC of the IETF, in the order in which they are asked. */
@Singleton
public final class SdJwtVcPlan implements OtherPlan {
    private final List<VerificationCheck> checks;

    /** With the way out for keys and lists, the issuers' DIDs, and all who may know an issuer. */
    public SdJwtVcPlan(Fetcher fetcher, Workers workers, IssuerKeys dids, @All List<KnownIssuers> registries) {
        TokenStatusLookup statuses = new TokenStatusLookup(fetcher, workers);
        this.checks = List.of(
                new SdJwtVcParseCheck(workers),
                new DataModelCheck(),
                new VcIssuerCheck(new VcIssuerKeys(fetcher, dids)),
                new IssuerSignatureCheck(workers),
                new VcIssuerKeyCheck(),
                new HolderCheck(),
                new TimesCheck(),
                TokenStatusCheck.revocation(statuses),
                TokenStatusCheck.suspension(statuses),
                new SubjectCheck(),
                new VcIssuerKnownCheck(new IssuerRegistries(registries)));
    }

    @Override
    public boolean reads(byte[] bytes) {
        return SdJwtVc.read(bytes).isPresent();
    }

    @Override
    public List<VerificationCheck> checks() {
        return checks;
    }
}
