package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;

/** Says that no rule of Open Badges was asked: an SD-JWT VC has other claims, by another standard. */
final class DataModelCheck extends SdJwtVcCheck {

    DataModelCheck() {
        super(
                "open-badges",
                "It keeps the rules of Open Badges 3.0",
                "OB 3.0 Verification and Validation",
                false,
                Set.of("parse"));
    }

    @Override
    Uni<Examined> judge(SdJwtVc credential, Examination examination) {
        return now(
                CheckResult.skipped(
                        "it is an SD-JWT VC, which has no data model of Open Badges: their rules do not apply"),
                examination);
    }
}
