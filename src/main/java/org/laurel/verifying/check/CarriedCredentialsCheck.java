package org.laurel.verifying.check;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.EmbeddedReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** Is every credential in a presentation or a learner record genuine? Each is judged by the whole plan. */
@Singleton
final class CarriedCredentialsCheck extends InnerCheck {

    CarriedCredentialsCheck() {
        super(
                "credentials",
                "Every credential inside is genuine",
                "VCDM 2.0 §4.13; CLR 2.0 Verification",
                true,
                EmbeddedReport.CREDENTIAL);
    }

    @Override
    List<InnerCredential> inside(Examination examination) {
        return InnerCredential.carried(examination.credential().document());
    }

    /** A presentation of nothing proves nothing, which is not the same as being false. */
    @Override
    CheckResult nothing(Examination examination) {
        return examination.credential().document().isPresentation()
                ? CheckResult.indeterminate(
                        Problem.of(ProblemKind.NOTHING_INSIDE, "expected a credential in the presentation, got none"))
                : CheckResult.skipped("it carries no other credentials");
    }

    @Override
    Asked asked(Examination examination) {
        return Asked.whose(examination.input().asked().recipient());
    }

    /**
     * That the credentials of others are shown is lawful, and must be said; as must be that nothing tells whose they are,
     * where a badge names its subject by a hash or an id of its own.
     */
    @Override
    List<Problem> remarks(InnerCredential inner, VerificationReport report, Examination examination) {
        Optional<String> subject = Optional.ofNullable(report.credential())
                .filter(about -> !about.isPresentation())
                .map(CredentialReport::recipient)
                .map(CredentialReport.Named::id)
                .filter(id -> !id.startsWith("urn:"));
        Optional<String> outer = owner(examination).filter(id -> !id.startsWith("urn:"));
        if (outer.isEmpty() || subject.equals(outer)) {
            return List.of();
        }
        if (subject.isPresent()) {
            return List.of(new Problem(
                    ProblemKind.SUBJECT_NOT_HOLDER,
                    "it is about " + subject.get() + ", not about " + outer.get(),
                    inner.pointer()));
        }
        boolean presented = examination.credential().document().isPresentation();
        return presented && report.verified()
                ? List.of(new Problem(
                        ProblemKind.HOLDER_UNTOLD,
                        "nothing in it says that it is about " + outer.get(),
                        inner.pointer()))
                : List.of();
    }

    /** Who shows a presentation: its holder, else whoever signed it. Whom a learner record is about. */
    private static Optional<String> owner(Examination examination) {
        CredentialDocument document = examination.credential().document();
        return document.isPresentation()
                ? document.holderId().or(() -> examination.proofs().stream()
                        .map(proof -> proof.method().controller())
                        .findFirst())
                : Optional.ofNullable(
                        document.json().path("credentialSubject").path("id").textValue());
    }
}
