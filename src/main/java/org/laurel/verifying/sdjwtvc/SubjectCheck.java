package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.IdentityMatch;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Is it theirs? Asked only when a recipient is given; its validity does not hang on it. */
final class SubjectCheck extends SdJwtVcCheck {

    SubjectCheck() {
        super("recipient", "It belongs to the recipient", "RFC 7519 §4.1.2", false, Set.of("parse"));
    }

    @Override
    Uni<Examined> judge(SdJwtVc credential, Examination examination) {
        String recipient = examination.input().asked().recipient();
        if (recipient == null) {
            return now(CheckResult.skipped("nobody asked whose it is"), examination);
        }
        String asked = folded(recipient);
        boolean theirs = Stream.of(credential.text("sub"), credential.text("email"))
                .anyMatch(own -> folded(own).equals(asked) || folded(own).equals("mailto:" + asked));
        Problem problem =
                new Problem(ProblemKind.RECIPIENT_DIFFERS, "neither sub nor email is the recipient asked for", "/sub");
        return now(theirs ? CheckResult.passed("") : CheckResult.failed(problem), examination);
    }

    private static String folded(String text) {
        return IdentityMatch.isMail(text) || text.startsWith("mailto:") ? text.toLowerCase(Locale.ROOT) : text;
    }
}
