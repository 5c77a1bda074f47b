package org.laurel.verifying.openbadges2;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Check;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Can it be read as an assertion, of a version that is judged here? */
final class AssertionParseCheck extends Check {
    private final Workers workers;

    AssertionParseCheck(Workers workers) {
        super("parse", "It can be read", "OB 2.0 Assertion", true, Set.of());
        this.workers = workers;
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        return workers.compute(() -> AssertionReader.read(examination.input().bytes()))
                .map(read -> examined(read, examination));
    }

    private static Examined examined(Optional<Assertion> read, Examination examination) {
        if (read.isEmpty() || !read.get().isOne()) {
            String type = read.map(other -> String.join(", ", other.types())).orElse("");
            String detail = "expected an Assertion of Open Badges 2.0, which somebody was awarded; this is "
                    + (type.isEmpty() ? "another object" : "of type " + type);
            return new Examined(
                    CheckResult.failed(Problem.of(ProblemKind.NOT_READABLE, Texts.brief(detail))), examination);
        }
        Assertion assertion = read.get();
        Examination after = examination.with(AssertionFindings.of(assertion)).secured(format(assertion), "");
        if (!assertion.version().isJudged()) {
            String detail = "it is an assertion of " + assertion.version().words()
                    + "; assertions from OB 2.0 on are judged here";
            return new Examined(
                    CheckResult.indeterminate(Problem.of(ProblemKind.VERSION_NOT_SUPPORTED, detail)), after);
        }
        return new Examined(examination.input().howItCame(), after);
    }

    private static String format(Assertion assertion) {
        if (!assertion.version().isJudged() || assertion.isStripped()) {
            return "";
        }
        return assertion.isHosted() ? "ob2-hosted" : assertion.isSigned() ? "ob2-signed" : "";
    }
}
