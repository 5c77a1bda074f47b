package org.laurel.verifying.check;

import jakarta.inject.Singleton;
import org.laurel.document.credential.OpenBadges;
import org.laurel.verifying.report.ProblemKind;

/** Has the issuer taken it back for now? */
@Singleton
final class SuspensionCheck extends TakenBackCheck {

    SuspensionCheck(StatusLookup lookup) {
        super("suspension", "The issuer has not suspended it", OpenBadges.SUSPENSION, ProblemKind.SUSPENDED, lookup);
    }
}
