package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Is now within its time? A minute's grace at the beginning, for clocks that differ; none at the end. */
final class TimesCheck extends SdJwtVcCheck {
    private static final Duration GRACE = Duration.ofSeconds(60);

    TimesCheck() {
        super("validity", "Today lies within its dates", "SD-JWT VC §2.2.2.2; RFC 7519 §4.1", true, Set.of("parse"));
    }

    @Override
    Uni<Examined> judge(SdJwtVc credential, Examination examination) {
        return now(result(credential, examination.now()), examination);
    }

    private static CheckResult result(SdJwtVc credential, Instant now) {
        for (String claim : List.of("nbf", "exp", "iat")) {
            if (credential.claims().has(claim)
                    && SdJwtVc.time(credential.claims().get(claim)).isEmpty()) {
                return CheckResult.failed(new Problem(
                        ProblemKind.RULE_BROKEN, "expected a NumericDate in \"" + claim + "\"", "/" + claim));
            }
        }
        Optional<Instant> from = SdJwtVc.time(credential.claims().path("nbf"));
        Optional<Instant> until = SdJwtVc.time(credential.claims().path("exp"));
        if (from.filter(time -> now.plus(GRACE).isBefore(time)).isPresent()) {
            return CheckResult.failed(new Problem(ProblemKind.NOT_YET_VALID, "it is valid from " + from.get(), "/nbf"));
        }
        if (until.filter(time -> !now.isBefore(time)).isPresent()) {
            return CheckResult.failed(new Problem(ProblemKind.EXPIRED, "it was valid until " + until.get(), "/exp"));
        }
        return CheckResult.passed(until.map(time -> "valid until " + time).orElse("without end"));
    }
}
