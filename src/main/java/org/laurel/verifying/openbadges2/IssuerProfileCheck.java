package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Can the issuer's profile be had, and is it sound? Only what its address serves says where it publishes and with which keys it signs. */
final class IssuerProfileCheck extends AssertionCheck {
    private static final String POINTER = "/badge/issuer";

    private final BadgeDocuments documents;
    private final Workers workers;

    IssuerProfileCheck(BadgeDocuments documents, Workers workers) {
        super("issuer", "What the issuer publishes of itself can be had", "Profile", true, Set.of("badge-class"));
        this.documents = documents;
        this.workers = workers;
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        if (findings.assertion().isStripped()) {
            return skipped(STRIPPED, examination);
        }
        String id = Texts.iri(findings.badgeClass().path("issuer"));
        if (!Texts.isUrl(id)) {
            String detail =
                    "profiles are looked up at https URLs only; the issuer is named by " + (id.isEmpty() ? "none" : id);
            return now(
                    CheckResult.indeterminate(
                            new Problem(ProblemKind.ISSUER_NOT_SUPPORTED, Texts.brief(detail), POINTER)),
                    examination);
        }
        return documents
                .get(id, Part.ISSUER)
                .chain(read -> workers.compute(() -> new Examined(
                        published(findings, read.json(), id).result(read.note()),
                        examination.with(findings.withIssuer(read.json())))))
                .onFailure(PartException.class)
                .recoverWithItem(failure -> without(failure, POINTER, examination));
    }

    private static Remarks published(AssertionFindings findings, ObjectNode published, String id) {
        Remarks remarks = new Remarks();
        PublishedRules.address(published, id, POINTER, remarks);
        PublishedRules.onIssuer(published, POINTER, remarks);
        JsonNode handedIn = findings.assertion().json().path("badge").path("issuer");
        JsonNode ofClass = findings.badgeClass().path("issuer");
        PublishedRules.copy(handedIn, published, POINTER, remarks);
        if (!ofClass.equals(handedIn)) {
            PublishedRules.copy(ofClass, published, POINTER, remarks);
        }
        return remarks;
    }
}
