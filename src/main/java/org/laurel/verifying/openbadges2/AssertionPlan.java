package org.laurel.verifying.openbadges2;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.IssuerRegistries;
import org.laurel.verifying.check.KnownIssuers;
import org.laurel.verifying.check.OtherPlan;
import org.laurel.verifying.check.VerificationCheck;

/** The checks of an assertion of Open Badges 2.0, in the order in which they are asked. */
@Singleton
public final class AssertionPlan implements OtherPlan {
    private final List<VerificationCheck> checks;

    /** With the way out for the documents that an assertion hangs on, and all who may know its issuer. */
    public AssertionPlan(Fetcher fetcher, Workers workers, Clock clock, @All List<KnownIssuers> registries) {
        BadgeDocuments documents = new BadgeDocuments(fetcher, workers, clock);
        this.checks = List.of(
                new AssertionParseCheck(workers),
                new AssertionRulesCheck(),
                new BadgeClassCheck(documents, workers),
                new IssuerProfileCheck(documents, workers),
                new HostedCheck(documents, workers),
                new SignatureCheck(new SigningKeys(documents, workers), workers),
                new SigningKeyCheck(),
                new AssertionHolderCheck(),
                new RevokedCheck(documents, workers),
                new DatesCheck(),
                new AssertionEndorsementsCheck(),
                new AssertionRecipientCheck(),
                new AssertionIssuerKnownCheck(new IssuerRegistries(registries)));
    }

    @Override
    public List<VerificationCheck> checks() {
        return checks;
    }

    @Override
    public boolean reads(byte[] bytes) {
        return isFor(bytes);
    }

    /** Whether these bytes are; computes, and belongs on a worker. */
    public static boolean isFor(byte[] bytes) {
        return AssertionReader.read(bytes).isPresent();
    }
}
