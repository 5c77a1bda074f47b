package org.laurel.verifying.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Comes to a verdict, and says it in one plain sentence. */
public final class Summary {

    /** In sentences: what it is, as people call it. */
    private static final String THING = "{thing}";

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
        String sentence =
                verdict == Verdict.VERIFIED ? good(checks, credential, words) : decisive(checks, verdict, words);
        String thing = credential == null ? "credential" : credential.thing();
        return sentence.replace(THING, words.text("thing." + thing));
    }

    private static String decisive(List<CheckReport> checks, Verdict verdict, Wording words) {
        CheckOutcome outcome = verdict == Verdict.FAILED ? CheckOutcome.FAILED : CheckOutcome.INDETERMINATE;
        return checks.stream()
                .filter(check -> check.fatal() && check.outcome() == outcome)
                .flatMap(check -> check.problems().stream())
                .map(Problem::kind)
                .min(Comparator.naturalOrder())
                .map(kind -> words.sentence(kind, signed(checks) || published(checks)))
                .orElse(words.text("summary.untold"));
    }

    private static String good(List<CheckReport> checks, @Nullable CredentialReport credential, Wording words) {
        if (credential != null && credential.isPresentation()) {
            return words.text(signed(checks) ? "summary.presentation.signed" : "summary.presentation.unsigned")
                    .replace("{1}", whose(checks, "summary.presentation.", words));
        }
        String key = published(checks) ? "summary.published" : "summary.signed";
        return words.text(key)
                .replace("{1}", whose(checks, "summary.recipient.", words))
                .replace("{0}", issuer(checks, credential, words));
    }

    /** The answer to whose it is; empty when nobody asked. */
    private static String whose(List<CheckReport> checks, String key, Wording words) {
        CheckOutcome outcome = outcome(checks, "recipient").orElse(CheckOutcome.SKIPPED);
        return switch (outcome) {
            case PASSED, WARNING -> words.text(key + "theirs");
            case FAILED -> words.text(key + "another");
            case INDETERMINATE, NOT_RUN -> words.text(key + "untold");
            case SKIPPED -> "";
        };
    }

    /** By the name that a registry vouches for, else as the name that it gives itself: anyone can take any name. */
    private static String issuer(List<CheckReport> checks, @Nullable CredentialReport credential, Wording words) {
        String name = credential == null || credential.issuer() == null
                ? null
                : credential.issuer().name();
        if (name == null) {
            return words.text("summary.its-issuer");
        }
        boolean known = outcome(checks, "issuer-known").equals(Optional.of(CheckOutcome.PASSED));
        return known ? name : words.text("summary.unknown-issuer", name);
    }

    private static Optional<CheckOutcome> outcome(List<CheckReport> checks, String id) {
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .map(CheckReport::outcome)
                .findFirst();
    }

    private static boolean signed(List<CheckReport> checks) {
        return outcome(checks, "issuer-key").equals(Optional.of(CheckOutcome.PASSED));
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
