package org.laurel.verifying.openbadges2;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.HolderBinding;

/** Was it shown by its holder, for this occasion? An assertion has no way to be: whoever has seen it can show it. */
final class AssertionHolderCheck extends AssertionCheck {

    AssertionHolderCheck() {
        super("presentation", "It was made for this occasion", "Verification", true, Set.of("parse"));
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        return now(
                HolderBinding.without(
                        "a presentation",
                        "an assertion of Open Badges 2.0, which nobody can present",
                        examination.input().asked()),
                examination);
    }
}
