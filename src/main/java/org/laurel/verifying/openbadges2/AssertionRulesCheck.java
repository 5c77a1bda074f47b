package org.laurel.verifying.openbadges2;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;

/** Does it keep the rules for the data of an assertion? */
final class AssertionRulesCheck extends AssertionCheck {

    AssertionRulesCheck() {
        super("open-badges", "It keeps the rules of Open Badges", "Data Validation", true, Set.of("parse"));
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        return now(AssertionRules.on(findings.assertion()).result(""), examination);
    }
}
