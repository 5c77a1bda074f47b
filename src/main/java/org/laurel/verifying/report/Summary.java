package org.laurel.verifying.report;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
    public static String sentence(
            List<CheckReport> checks, @Nullable CredentialReport credential, @Nullable TrustReport trust) {
        return sentence(checks, credential, trust, Wording.ENGLISH);
    }

    /** The sentence in a language. */
    public static String sentence(
            List<CheckReport> checks,
            @Nullable CredentialReport credential,
            @Nullable TrustReport trust,
            Wording words) {
        Verdict verdict = verdict(checks);
        String sentence =
                verdict == Verdict.VERIFIED ? good(checks, credential, trust, words) : decisive(checks, verdict, words);
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

    private static String good(
            List<CheckReport> checks,
            @Nullable CredentialReport credential,
            @Nullable TrustReport trust,
            Wording words) {
        if (credential != null && credential.isPresentation()) {
            String clauses = whose(checks, "summary.presentation.", words);
            return signed(checks)
                    ? words.text("summary.presentation.signed").replace("{1}", clauses + holder(checks, words))
                    : words.text("summary.presentation.unsigned").replace("{1}", clauses);
        }
        String key = published(checks) ? "summary.published" : "summary.signed";
        return words.text(key)
                .replace("{1}", whose(checks, "summary.recipient.", words))
                .replace("{0}", issuer(credential, trust, words));
    }

    /** The answer to whose it is; empty when nobody asked. */
    private static String whose(List<CheckReport> checks, String key, Wording words) {
        CheckOutcome outcome = outcome(checks, "recipient").orElse(CheckOutcome.SKIPPED);
        return switch (outcome) {
            case PASSED, WARNING ->
                words.text(key + (has(checks, ProblemKind.RECIPIENT_DIFFERS) ? "partly" : "theirs"));
            case FAILED -> words.text(key + "another");
            case INDETERMINATE, NOT_RUN -> words.text(key + "untold");
            case SKIPPED -> "";
        };
    }

    /** Whether who shows it is who it is about; empty when it is. */
    private static String holder(List<CheckReport> checks, Wording words) {
        if (has(checks, ProblemKind.SUBJECT_NOT_HOLDER)) {
            return words.text("summary.presentation.not-holder");
        }
        return has(checks, ProblemKind.HOLDER_UNTOLD) ? words.text("summary.presentation.holder-untold") : "";
    }

    private static boolean has(List<CheckReport> checks, ProblemKind kind) {
        return checks.stream().flatMap(check -> check.problems().stream()).anyMatch(problem -> problem.kind() == kind);
    }

    /** By the name that a registry gives it, else by the name that it gives itself, told as such: anyone can take any name. */
    private static String issuer(@Nullable CredentialReport credential, @Nullable TrustReport trust, Wording words) {
        Optional<String> known = Stream.ofNullable(trust)
                .flatMap(found -> found.registries().stream())
                .map(RegistryEntry::name)
                .filter(Objects::nonNull)
                .map(PlainName::of)
                .filter(name -> !name.isEmpty())
                .findFirst();
        Optional<String> own =
                Optional.ofNullable(credential).map(CredentialReport::issuer).map(CredentialReport.Named::name);
        return known.or(() -> own.map(PlainName::of)
                        .filter(name -> !name.isEmpty())
                        .map(name -> words.text("summary.unknown-issuer", name)))
                .orElse(words.text("summary.its-issuer"));
    }

    private static Optional<CheckOutcome> outcome(List<CheckReport> checks, String id) {
        return checks.stream()
                .filter(check -> check.id().equals(id))
                .map(CheckReport::outcome)
                .findFirst();
    }

    private static boolean signed(List<CheckReport> checks) {
        return outcome(checks, "issuer-key")
                .filter(outcome -> outcome == CheckOutcome.PASSED || outcome == CheckOutcome.WARNING)
                .isPresent();
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
