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

/** Can the badge class be had, and is it sound? What its address serves counts, and not a copy that came along. */
final class BadgeClassCheck extends AssertionCheck {
    private static final String POINTER = "/badge";

    private final BadgeDocuments documents;
    private final Workers workers;

    BadgeClassCheck(BadgeDocuments documents, Workers workers) {
        super("badge-class", "What was achieved is published, and sound", "BadgeClass", true, Set.of("open-badges"));
        this.documents = documents;
        this.workers = workers;
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        if (findings.assertion().isStripped()) {
            return skipped(STRIPPED, examination);
        }
        JsonNode badge = findings.assertion().json().path("badge");
        String id = Texts.iri(badge);
        if (!Texts.isUrl(id)) {
            return now(writtenOut(badge, id), examination);
        }
        return documents
                .get(id, Part.BADGE_CLASS)
                .chain(read -> workers.compute(() -> new Examined(
                        published(badge, read.json(), id).result(read.note()),
                        examination.with(findings.withBadgeClass(read.json())))))
                .onFailure(PartException.class)
                .recoverWithItem(failure -> without(failure, POINTER, examination));
    }

    private static Remarks published(JsonNode badge, ObjectNode published, String id) {
        Remarks remarks = new Remarks();
        PublishedRules.address(published, id, POINTER, remarks);
        PublishedRules.onBadgeClass(published, POINTER, remarks);
        PublishedRules.copy(badge, published, POINTER, remarks);
        return remarks;
    }

    /** A badge class without an address counts as the assertion has it, whose proof covers it. */
    private static CheckResult writtenOut(JsonNode badge, String id) {
        if (!badge.isObject()) {
            String detail = "the badge class is named by " + id + ", which is no https URL, and is not written out";
            return CheckResult.indeterminate(new Problem(ProblemKind.ADDRESS_NOT_ASKED, Texts.brief(detail), POINTER));
        }
        Remarks remarks = new Remarks();
        PublishedRules.onBadgeClass(badge, POINTER, remarks);
        return remarks.result("it is written out in the assertion, and has no address of its own");
    }
}
