package org.laurel.verifying.openbadges2;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Does its own address, which must be one of the issuer's, serve the same? */
final class HostedCheck extends AssertionCheck {
    private final BadgeDocuments documents;
    private final Workers workers;

    HostedCheck(BadgeDocuments documents, Workers workers) {
        super(
                "hosted",
                "Its own address serves the same, where the issuer publishes",
                "HostedBadge Verification",
                true,
                Set.of("issuer"));
        this.documents = documents;
        this.workers = workers;
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        Assertion assertion = findings.assertion();
        if (assertion.isStripped()) {
            return skipped(STRIPPED, examination);
        }
        if (!assertion.isHosted()) {
            return skipped("it is signed, not hosted", examination);
        }
        Optional<String> outside = IssuerScope.objection(findings.issuer(), findings.issuerId(), assertion.id());
        if (outside.isPresent()) {
            Problem problem = new Problem(ProblemKind.OUTSIDE_ISSUERS_SCOPE, Texts.brief(outside.get()), "/id");
            return now(CheckResult.failed(problem), examination);
        }
        return documents
                .hosted(assertion.id())
                .chain(copy -> workers.compute(
                        () -> new Examined(result(findings, copy), examination.with(findings.withHosted(copy)))))
                .onFailure(PartException.class)
                .recoverWithItem(failure -> without(failure, "/id", examination));
    }

    private static CheckResult result(AssertionFindings findings, HostedCopy copy) {
        if (copy.isRevoked()) {
            return CheckResult.skipped("its address says that it is revoked, and little else");
        }
        Remarks remarks = new Remarks();
        Differences differences = Differences.between(findings.assertion().json(), copy.json());
        differences
                .contradicted()
                .forEach(at -> remarks.error(
                        ProblemKind.ASSERTION_DIFFERS, "this is not what the assertion's own address serves", at));
        differences
                .unsaid()
                .forEach(at -> remarks.warning(
                        ProblemKind.COPY_DIFFERS, "the assertion's own address serves this, too, which counts", at));
        String badge = Texts.iri(findings.assertion().json().path("badge"));
        if (Texts.isUrl(badge)) {
            IssuerScope.objection(findings.issuer(), findings.issuerId(), badge)
                    .ifPresent(detail ->
                            remarks.warning(ProblemKind.RULE_BROKEN, "of the badge class: " + detail, "/badge"));
        }
        return remarks.result("");
    }
}
