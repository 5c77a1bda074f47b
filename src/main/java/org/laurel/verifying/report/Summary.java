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

    /** The sentence in English: the weightiest problem of the checks that decided, or that all is well. */
    public static String sentence(List<CheckReport> checks, @Nullable CredentialReport credential) {
        return sentence(checks, credential, Wording.ENGLISH);
    }

    /** The sentence in a language. */
    public static String sentence(List<CheckReport> checks, @Nullable CredentialReport credential, Wording words) {
        Verdict verdict = verdict(checks);
        if (verdict == Verdict.VERIFIED) {
            return good(checks, credential, words);
        }
        CheckOutcome decisive = verdict == Verdict.FAILED ? CheckOutcome.FAILED : CheckOutcome.INDETERMINATE;
        return checks.stream()
                .filter(check -> check.fatal() && check.outcome() == decisive)
                .flatMap(check -> check.problems().stream())
                .map(Problem::kind)
                .min(Comparator.naturalOrder())
                .map(kind -> words.sentence(kind, signed(checks) || published(checks)))
                .orElse(words.text("summary.untold"));
    }

    private static String good(List<CheckReport> checks, @Nullable CredentialReport credential, Wording words) {
        if (credential != null && credential.isPresentation()) {
            return words.text(signed(checks) ? "summary.presentation.signed" : "summary.presentation.unsigned");
        }
        String name = credential == null || credential.issuer() == null
                ? null
                : credential.issuer().name();
        boolean another = checks.stream()
                .flatMap(check -> check.problems().stream())
                .anyMatch(problem -> problem.kind() == ProblemKind.RECIPIENT_DIFFERS);
        String key = published(checks) ? "summary.published" : "summary.signed";
        return words.text(another ? key + ".another" : key, name == null ? words.text("summary.its-issuer") : name);
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
