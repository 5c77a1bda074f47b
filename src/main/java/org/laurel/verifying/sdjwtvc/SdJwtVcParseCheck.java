package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Check;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Can it be read as an SD-JWT VC? */
final class SdJwtVcParseCheck extends Check {
    private static final String FORMAT = "dc+sd-jwt";
    private final Workers workers;

    SdJwtVcParseCheck(Workers workers) {
        super("parse", "It can be read as an SD-JWT VC", "SD-JWT VC §2.2; RFC 9901 §4", true, Set.of());
        this.workers = workers;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        return workers.compute(() -> read(examination));
    }

    private static Examined read(Examination examination) {
        SdJwtVc credential = SdJwtVc.read(examination.input().bytes())
                .orElseThrow(() -> new IllegalStateException("the plan was asked for something else"));
        Examination after = examination.with(credential).secured(FORMAT, "");
        if (credential.text("vct").isEmpty()) {
            return new Examined(
                    CheckResult.failed(
                            new Problem(ProblemKind.NOT_READABLE, "expected the claim vct, a text, got none", "/vct")),
                    after);
        }
        return new Examined(examination.input().howItCame(), after);
    }
}
