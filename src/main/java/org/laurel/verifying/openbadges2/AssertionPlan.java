package org.laurel.verifying.openbadges2;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.laurel.shared.fetch.Fetcher;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.IssuerRegistries;
import org.laurel.verifying.check.KnownIssuers;
import org.laurel.verifying.check.VerificationCheck;
import org.laurel.verifying.check.VerificationInput;

/** The checks of an assertion of Open Badges 2.0, in the order in which they are asked. */
@Singleton
public final class AssertionPlan {
    private final List<VerificationCheck> checks;
    private final Workers workers;

    /** With the way out for the documents that an assertion hangs on, and all who may know its issuer. */
    public AssertionPlan(Fetcher fetcher, Workers workers, Clock clock, @All List<KnownIssuers> registries) {
        BadgeDocuments documents = new BadgeDocuments(fetcher, workers, clock);
        this.workers = workers;
        this.checks = List.of(
                new AssertionParseCheck(workers),
                new AssertionRulesCheck(),
                new BadgeClassCheck(documents, workers),
                new IssuerProfileCheck(documents, workers),
                new HostedCheck(documents, workers),
                new SignatureCheck(new SigningKeys(documents, workers), workers),
                new SigningKeyCheck(),
                new RevokedCheck(documents, workers),
                new DatesCheck(),
                new AssertionEndorsementsCheck(),
                new AssertionRecipientCheck(),
                new AssertionIssuerKnownCheck(new IssuerRegistries(registries)));
    }

    /** The checks in order. */
    public List<VerificationCheck> checks() {
        return checks;
    }

    /** Whether the input is of Open Badges before 3.0, so that these checks are the ones to ask. */
    public Uni<Boolean> isFor(VerificationInput input) {
        return workers.compute(() -> isFor(input.bytes()));
    }

    /** Whether these bytes are; computes, and belongs on a worker. */
    public static boolean isFor(byte[] bytes) {
        return AssertionReader.read(bytes).isPresent();
    }
}
