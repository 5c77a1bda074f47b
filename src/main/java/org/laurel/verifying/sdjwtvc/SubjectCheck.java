package org.laurel.verifying.sdjwtvc;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.check.IdentityMatch;
import org.laurel.verifying.report.CheckResult;

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
        List<String> own = Stream.of(credential.text("sub"), credential.text("email"))
                .filter(text -> !text.isEmpty())
                .map(SubjectCheck::folded)
                .toList();
        boolean theirs = own.stream().anyMatch(one -> IdentityMatch.isId(one, asked));
        boolean comparable = own.stream()
                .anyMatch(one -> IdentityMatch.isOfOneKind(one, asked)
                        || IdentityMatch.isMail(one) && IdentityMatch.isMail(asked));
        return now(theirs ? CheckResult.passed("") : IdentityMatch.without(comparable, "/sub"), examination);
    }

    private static String folded(String text) {
        return IdentityMatch.isMail(text) || text.startsWith("mailto:") ? text.toLowerCase(Locale.ROOT) : text;
    }
}
