package org.laurel.verifying;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.lint.CredentialKind;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;
import org.laurel.verifying.check.Asked;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.KnownIssuers;
import org.laurel.verifying.check.OtherCredential;
import org.laurel.verifying.check.VerificationCheck;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.InputReport;
import org.laurel.verifying.report.Summary;
import org.laurel.verifying.report.TrustReport;
import org.laurel.verifying.report.Verdict;
import org.laurel.verifying.report.VerificationReport;

/** Puts a report together. */
final class ReportWriter {

    private ReportWriter() {}

    static VerificationReport write(PlanRunner.Run run) {
        Examination known = run.examination();
        CredentialReport about = about(known);
        InputReport input = new InputReport(
                known.input().form(),
                orNull(known.format()),
                orNull(known.cryptosuite()),
                about == null
                        ? null
                        : "sha256:" + Hex.encode(Sha256.of(known.input().bytes())),
                specification(known),
                asked(known.input().asked()));
        TrustReport trust = about == null ? null : trust(known, about);
        Verdict verdict = Summary.verdict(run.reports());
        return new VerificationReport(
                verdict == Verdict.VERIFIED,
                verdict,
                Summary.sentence(run.reports(), about, trust),
                input,
                about,
                run.reports(),
                known.embedded(),
                trust,
                known.lookedUp().lists(),
                known.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /** A report about an input that could not be had: the first check says why, the others wait for it. */
    static VerificationReport withoutInput(Examination start, List<VerificationCheck> plan, CheckResult why) {
        List<CheckReport> reports = new ArrayList<>();
        for (VerificationCheck check : plan) {
            CheckResult result = reports.isEmpty() ? why : CheckResult.notRun("waits for parse, which did not pass");
            reports.add(PlanRunner.report(check, result));
        }
        return write(new PlanRunner.Run(start, reports));
    }

    private static TrustReport trust(Examination known, CredentialReport about) {
        KnownIssuers.Answer answer = known.lookedUp().known();
        return TrustReport.of(answer.entries(), answer.withdrawn(), answer.silent())
                .with(known.embedded(), about);
    }

    private static @Nullable CredentialReport about(Examination known) {
        OtherCredential other = known.otherOrNull();
        if (other != null) {
            return other.report();
        }
        UnverifiedCredential credential = known.credentialOrNull();
        return credential == null ? null : CredentialReport.of(credential.document());
    }

    private static @Nullable String specification(Examination known) {
        OtherCredential other = known.otherOrNull();
        if (other != null) {
            return other.specification();
        }
        UnverifiedCredential credential = known.credentialOrNull();
        return credential == null ? null : specification(credential.document());
    }

    private static InputReport.@Nullable Asked asked(Asked asked) {
        return asked.equals(Asked.NOTHING)
                ? null
                : new InputReport.Asked(asked.recipient(), asked.challenge(), asked.domain());
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String specification(CredentialDocument document) {
        String model = CredentialKind.isVersionOne(document) ? "VCDM 1.1" : "VCDM 2.0";
        return switch (CredentialKind.of(document)) {
            case BADGE, ENDORSEMENT -> "OB 3.0 / " + model;
            case LEARNER_RECORD -> "CLR 2.0 / " + model;
            default -> model;
        };
    }
}
