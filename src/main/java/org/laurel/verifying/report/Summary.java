package org.laurel.verifying.report;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Comes to a verdict, and says it in one plain sentence. */
public final class Summary {

    private Summary() {}

    /** A fatal failure outweighs what cannot be told, which outweighs all else. */
    public static Verdict verdict(List<CheckReport> checks) {
        if (anyFatal(checks, CheckOutcome.FAILED)) {
            return Verdict.FAILED;
        }
        return anyFatal(checks, CheckOutcome.INDETERMINATE) || anyFatal(checks, CheckOutcome.NOT_RUN)
                ? Verdict.INDETERMINATE
                : Verdict.VERIFIED;
    }

    /** The sentence: the weightiest problem of the checks that decided, or that all is well. */
    public static String sentence(List<CheckReport> checks, @Nullable CredentialReport credential) {
        Verdict verdict = verdict(checks);
        if (verdict == Verdict.VERIFIED) {
            return good(checks, credential);
        }
        CheckOutcome decisive = verdict == Verdict.FAILED ? CheckOutcome.FAILED : CheckOutcome.INDETERMINATE;
        return checks.stream()
                .filter(check -> check.fatal() && check.outcome() == decisive)
                .flatMap(check -> check.problems().stream())
                .map(Problem::kind)
                .min(Comparator.naturalOrder())
                .map(kind -> signed(checks) || published(checks) ? kind.sentence() : withoutPraise(kind.sentence()))
                .orElse("It cannot be told whether this badge is genuine.");
    }

    /** That a badge is genuine is said only where its proof has been seen to hold. */
    private static String withoutPraise(String sentence) {
        return sentence.replace("This badge is genuine, but it ", "This badge ")
                .replace("This badge is genuine, but its issuer ", "The issuer of this badge ");
    }

    private static String good(List<CheckReport> checks, @Nullable CredentialReport credential) {
        String name = credential == null || credential.issuer() == null
                ? null
                : credential.issuer().name();
        String by = name == null ? "its issuer" : name;
        boolean another = checks.stream()
                .flatMap(check -> check.problems().stream())
                .anyMatch(problem -> problem.kind() == ProblemKind.RECIPIENT_DIFFERS);
        if (credential != null && credential.isPresentation()) {
            return "Everything in this presentation is genuine and valid"
                    + (signed(checks) ? ", and its holder made it." : "; nothing shows who presents it.");
        }
        return "This badge is genuine and valid: " + by
                + (published(checks) ? " publishes it" : " signed it") + " and nothing in it has been changed"
                + (another ? "; but it names another recipient." : ".");
    }

    private static boolean signed(List<CheckReport> checks) {
        return checks.stream()
                .anyMatch(check -> check.id().equals("issuer-key") && check.outcome() == CheckOutcome.PASSED);
    }

    /** Whether its own address has been seen to serve the same, which stands for a signature (OB 2.0, HostedBadge). */
    private static boolean published(List<CheckReport> checks) {
        return checks.stream()
                .filter(check -> check.id().equals("hosted"))
                .anyMatch(check -> check.outcome() == CheckOutcome.PASSED || check.outcome() == CheckOutcome.WARNING);
    }

    private static boolean anyFatal(List<CheckReport> checks, CheckOutcome outcome) {
        return checks.stream().anyMatch(check -> check.fatal() && check.outcome() == outcome);
    }
}
