package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.securing.proof.ProofTimes;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Is now within its time? A minute's grace at the beginning, for clocks that differ; none at the end. */
@Singleton
final class ValidityCheck extends Check {
    private static final Duration GRACE = Duration.ofSeconds(60);

    ValidityCheck() {
        super(
                "validity",
                "Today lies within its dates",
                "VCDM 2.0 §4.9; OB 3.0 Verification and Validation",
                true,
                Set.of("parse"));
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        return now(judge(examination.credential().document(), examination.now()), examination);
    }

    private static CheckResult judge(CredentialDocument document, Instant now) {
        String begins = document.json().has("validFrom") ? "validFrom" : "issuanceDate";
        String ends = document.json().has("validUntil") ? "validUntil" : "expirationDate";
        Optional<Instant> from = ProofTimes.read(document.json().path(begins).asText());
        Optional<Instant> until = ProofTimes.read(document.json().path(ends).asText());
        if (from.filter(time -> now.plus(GRACE).isBefore(time)).isPresent()) {
            return CheckResult.failed(
                    new Problem(ProblemKind.NOT_YET_VALID, "it is valid from " + from.get(), "/" + begins));
        }
        if (until.filter(now::isAfter).isPresent()) {
            return CheckResult.failed(
                    new Problem(ProblemKind.EXPIRED, "it was valid until " + until.get(), "/" + ends));
        }
        return CheckResult.passed(until.map(time -> "valid until " + time).orElse("without end"));
    }
}
