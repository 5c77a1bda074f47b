package org.laurel.verifying.check;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.laurel.document.credential.OpenBadges;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.EmbeddedReport;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/**
 * Do the endorsements hold that came along, and those that are published of its issuer and its achievement? Each has a report
 * of its own; the badge's verdict does not hang on them.
 */
@Singleton
final class EndorsementsCheck extends InnerCheck {
    private final PublishedEndorsements published;

    EndorsementsCheck(PublishedEndorsements published) {
        super(
                "endorsements",
                "Its endorsements hold",
                "OB 3.0 Verification and Validation, Endorsement",
                false,
                EmbeddedReport.ENDORSEMENT);
        this.published = published;
    }

    @Override
    List<InnerCredential> inside(Examination examination) {
        return InnerCredential.endorsements(examination.credential().document());
    }

    @Override
    CheckResult nothing(Examination examination) {
        return CheckResult.skipped("nobody's endorsement came along");
    }

    @Override
    Uni<List<Judged>> published(Examination examination) {
        return published.of(examination);
    }

    @Override
    Asked asked(Examination examination) {
        return Asked.NOTHING;
    }

    /** An endorsement speaks for the thing whose id it names, and for no other. */
    @Override
    List<Problem> remarks(InnerCredential inner, VerificationReport report, Examination examination) {
        Optional<CredentialReport> about = Optional.ofNullable(report.credential());
        if (about.filter(credential -> !credential.types().contains(OpenBadges.ENDORSEMENT_CREDENTIAL))
                .isPresent()) {
            return List.of(new Problem(
                    ProblemKind.ENDORSES_ANOTHER, "what stands here is no EndorsementCredential", inner.pointer()));
        }
        Optional<String> endorsed = about.map(CredentialReport::recipient).map(CredentialReport.Named::id);
        boolean another = endorsed.isPresent()
                && !inner.endorsed().isEmpty()
                && !endorsed.get().equals(inner.endorsed());
        return another
                ? List.of(new Problem(
                        ProblemKind.ENDORSES_ANOTHER,
                        "it endorses " + endorsed.get() + ", but stands in " + inner.endorsed(),
                        inner.pointer()))
                : List.of();
    }
}
