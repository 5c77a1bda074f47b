package org.laurel.verifying.check;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.CredentialDocument;
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

    @Override
    String nothing(Examination examination) {
        return "it carries no other credentials";
    }

    @Override
    Asked asked(Examination examination) {
        return Asked.whose(examination.input().asked().recipient());
    }

    /** That the credentials of others are shown is lawful, and must be said. */
    @Override
    List<Problem> remarks(InnerCredential inner, VerificationReport report, Examination examination) {
        Optional<String> subject = Optional.ofNullable(report.credential())
                .map(CredentialReport::recipient)
                .map(CredentialReport.Named::id);
        Optional<String> outer = owner(examination.credential().document());
        boolean differ = subject.isPresent() && outer.isPresent() && !subject.equals(outer);
        return differ
                ? List.of(new Problem(
                        ProblemKind.SUBJECT_NOT_HOLDER,
                        "it is about " + subject.get() + ", not about " + outer.get(),
                        inner.pointer()))
                : List.of();
    }

    private static Optional<String> owner(CredentialDocument document) {
        return document.isPresentation()
                ? document.holderId()
                : Optional.ofNullable(
                        document.json().path("credentialSubject").path("id").textValue());
    }
}
