package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.EmbeddedReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/**
 * Is the badge theirs? Asked only when a recipient is given; the badge's validity does not hang on it. A presentation is
 * theirs when every credential in it is.
 */
@Singleton
final class RecipientCheck extends Check {
    private static final String PLACE = "/credentialSubject";

    RecipientCheck() {
        super("recipient", "It belongs to the recipient", "OB 3.0 Verification and Validation", false, Set.of("parse"));
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        String recipient = examination.input().asked().recipient();
        if (recipient == null) {
            return now(CheckResult.skipped("nobody asked whose it is"), examination);
        }
        CredentialDocument document = examination.credential().document();
        CheckResult result = document.isPresentation()
                ? ofAll(examination)
                : and(ofSubjects(document.json(), recipient), examination);
        return now(result, examination);
    }

    /**
     * Of several subjects one is enough; of the identities by which it is known, one that is hard to guess counts most. Who
     * is named only by other means than they are asked for may be the same, or not.
     */
    private static CheckResult ofSubjects(JsonNode document, String recipient) {
        List<Placed> weak = new ArrayList<>();
        boolean comparable = false;
        for (Placed subject : Placed.each(document.path("credentialSubject"), PLACE)) {
            String id = subject.json().path("id").asText("");
            if (IdentityMatch.isId(id, recipient)) {
                return CheckResult.passed("");
            }
            comparable |= IdentityMatch.isOfOneKind(id, recipient);
            String place = subject.pointer() + "/identifier";
            for (Placed identity : Placed.each(subject.json().path("identifier"), place)) {
                comparable |= isComparable(identity.json(), recipient);
                boolean theirs = isIdentity(identity.json(), recipient);
                if (theirs && !isWeak(identity.json())) {
                    return CheckResult.passed("");
                }
                if (theirs) {
                    weak.add(identity);
                }
            }
        }
        return weak.isEmpty()
                ? IdentityMatch.without(comparable, PLACE)
                : CheckResult.warning(new Problem(
                        ProblemKind.WEAK_HASH,
                        "it is theirs by an md5 hash alone, which others can be made to match",
                        weak.get(0).pointer()));
    }

    /** What a learner record carries may be another's, though the record is theirs. */
    private static CheckResult and(CheckResult own, Examination examination) {
        List<Problem> others = new ArrayList<>();
        for (EmbeddedReport inner : examination.embedded()) {
            if (inner.relation().equals(EmbeddedReport.CREDENTIAL) && isAnothers(inner)) {
                others.add(new Problem(
                        ProblemKind.RECIPIENT_DIFFERS, "this credential is not the recipient's", inner.pointer()));
            }
        }
        boolean theirs = own.outcome() == CheckOutcome.PASSED || own.outcome() == CheckOutcome.WARNING;
        if (others.isEmpty() || !theirs) {
            return own;
        }
        others.addAll(own.problems());
        return new CheckResult(CheckOutcome.WARNING, "", others);
    }

    private static boolean isAnothers(EmbeddedReport inner) {
        return inner.report()
                .check("recipient")
                .filter(check -> check.outcome() == CheckOutcome.FAILED)
                .isPresent();
    }

    private static CheckResult ofAll(Examination examination) {
        List<Problem> problems = new ArrayList<>();
        Set<CheckOutcome> outcomes = EnumSet.noneOf(CheckOutcome.class);
        for (EmbeddedReport inner : examination.embedded()) {
            if (inner.relation().equals(EmbeddedReport.CREDENTIAL)) {
                outcomes.add(outcome(inner, problems));
            }
        }
        if (outcomes.isEmpty()) {
            problems.add(Problem.of(ProblemKind.RECIPIENT_DIFFERS, "no credential is inside that could be theirs"));
            outcomes.add(CheckOutcome.FAILED);
        }
        return new CheckResult(Together.heaviest(outcomes), "", problems);
    }

    private static CheckOutcome outcome(EmbeddedReport inner, List<Problem> problems) {
        CheckOutcome found =
                inner.report().check("recipient").map(check -> check.outcome()).orElse(CheckOutcome.NOT_RUN);
        return switch (found) {
            case PASSED, WARNING -> found;
            case FAILED -> {
                problems.add(new Problem(
                        ProblemKind.RECIPIENT_DIFFERS, "this credential is not the recipient's", inner.pointer()));
                yield found;
            }
            default -> {
                problems.add(new Problem(
                        ProblemKind.INNER_NOT_JUDGED, "whose this credential is cannot be told", inner.pointer()));
                yield CheckOutcome.INDETERMINATE;
            }
        };
    }

    private static boolean isIdentity(JsonNode identity, String recipient) {
        String type = identity.path("identityType").asText("");
        boolean hashed = identity.path("hashed").asBoolean(false);
        if (type.equals("name") && !hashed) {
            return IdentityMatch.isName(identity.path("identityHash").asText(""), recipient);
        }
        boolean mail = type.equals("emailAddress");
        return mail == IdentityMatch.isMail(recipient)
                && IdentityMatch.matches(
                        identity.path("identityHash").asText(""),
                        hashed,
                        identity.path("salt").textValue(),
                        recipient);
    }

    /** Whether it would be the recipient's if it were theirs: of other kinds a person may have several, or none. */
    private static boolean isComparable(JsonNode identity, String recipient) {
        String type = identity.path("identityType").asText("");
        String hash = identity.path("identityHash").asText("");
        boolean hashed = identity.path("hashed").asBoolean(false);
        if (IdentityMatch.isMail(recipient)) {
            return type.equals("emailAddress") && (!hashed || HashedIdentity.isHash(hash));
        }
        return type.equals("name") && !hashed; // a hash of a name that is written in another way is another hash
    }

    private static boolean isWeak(JsonNode identity) {
        return identity.path("hashed").asBoolean(false)
                && HashedIdentity.isWeak(identity.path("identityHash").asText(""));
    }
}
