package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Stream;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Is the badge theirs? Asked only when a recipient is given; the badge's validity does not hang on it. */
@Singleton
final class RecipientCheck extends Check {

    RecipientCheck() {
        super("recipient", "It belongs to the recipient", "OB 3.0 Verification and Validation", false, Set.of("parse"));
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        String recipient = examination.input().recipient();
        if (recipient == null || recipient.isBlank()) {
            return now(CheckResult.skipped("nobody asked whose it is"), examination);
        }
        if (examination.credential().document().isPresentation()) {
            return now(CheckResult.skipped("it is asked of each credential inside"), examination);
        }
        JsonNode subject = examination.credential().document().json().path("credentialSubject");
        boolean theirs = isId(subject, recipient.strip()) || isIdentified(subject, recipient.strip());
        Problem problem = new Problem(
                ProblemKind.RECIPIENT_DIFFERS,
                "neither the id nor an identifier of the subject is the recipient asked for",
                "/credentialSubject");
        return now(theirs ? CheckResult.passed("") : CheckResult.failed(problem), examination);
    }

    private static boolean isId(JsonNode subject, String recipient) {
        String id = subject.path("id").asText("");
        return id.equals(recipient) || id.equalsIgnoreCase("mailto:" + recipient);
    }

    private static boolean isIdentified(JsonNode subject, String recipient) {
        return Stream.iterate(0, i -> i < subject.path("identifier").size(), i -> i + 1)
                .map(i -> subject.path("identifier").get(i))
                .filter(identifier -> IdentityMatch.isMail(recipient)
                        == identifier.path("identityType").asText("").equals("emailAddress"))
                .anyMatch(identifier -> IdentityMatch.matches(
                        identifier.path("identityHash").asText(""),
                        identifier.path("hashed").asBoolean(false),
                        identifier.path("salt").textValue(),
                        recipient));
    }
}
