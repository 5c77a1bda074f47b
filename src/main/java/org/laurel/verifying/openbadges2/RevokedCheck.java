package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import org.laurel.shared.work.Workers;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Has the issuer revoked it? A hosted one says so at its address, of a signed one the issuer's list does. */
final class RevokedCheck extends AssertionCheck {
    private final BadgeDocuments documents;
    private final Workers workers;

    RevokedCheck(BadgeDocuments documents, Workers workers) {
        super(
                "revocation",
                "The issuer has not revoked it",
                "Revoking Hosted Assertions; Revoking a Signed Badge",
                true,
                Set.of("hosted", "issuer-key"));
        this.documents = documents;
        this.workers = workers;
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        Assertion assertion = findings.assertion();
        if (assertion.isRevoked()) {
            return now(
                    revoked(
                            "it says so itself",
                            assertion.json().path("revocationReason").asText(""),
                            "/revoked"),
                    examination);
        }
        HostedCopy hosted = findings.hostedOrNull();
        if (hosted != null) {
            return now(hosted(hosted), examination);
        }
        return listed(findings)
                .onFailure(PartException.class)
                .recoverWithItem(failure -> ((PartException) failure).result(""))
                .map(result -> new Examined(result, examination));
    }

    private static CheckResult hosted(HostedCopy copy) {
        if (!copy.isRevoked()) {
            return CheckResult.passed("the issuer publishes it still");
        }
        String says = copy.gone() ? "its address answers 410 Gone" : "its address says so";
        return revoked(says, copy.revocationReason(), "/id");
    }

    private Uni<CheckResult> listed(AssertionFindings findings) {
        String url = Texts.iri(findings.issuer().path("revocationList"));
        if (url.isEmpty()) {
            return Uni.createFrom().item(CheckResult.passed("its issuer keeps no list of what it revoked"));
        }
        return documents
                .getNow(url, Part.REVOCATION_LIST)
                .chain(read -> workers.compute(() -> search(read.json(), findings.assertion())));
    }

    private static CheckResult search(JsonNode list, Assertion assertion) {
        if (!list.has("revokedAssertions")) {
            return CheckResult.failed(Problem.of(
                    ProblemKind.STATUS_NOT_BELIEVABLE, "expected revokedAssertions in the revocation list, got none"));
        }
        Optional<JsonNode> entry = Texts.values(list.path("revokedAssertions")).stream()
                .filter(one -> names(one, assertion))
                .filter(one -> one.path("revoked").asBoolean(true))
                .findFirst();
        return entry.map(one -> revoked(
                        "the issuer's list says so",
                        one.path("revocationReason").asText(""),
                        "/id"))
                .orElseGet(() -> CheckResult.passed("it is not on the issuer's list"));
    }

    private static boolean names(JsonNode entry, Assertion assertion) {
        boolean byUid = !assertion.uid().isEmpty()
                && assertion.uid().equals(entry.path("uid").textValue());
        return byUid || (!assertion.id().isEmpty() && assertion.id().equals(Texts.iri(entry)));
    }

    private static CheckResult revoked(String says, String reason, String pointer) {
        String detail = reason.isBlank() ? says : says + ": " + reason;
        return CheckResult.failed(new Problem(ProblemKind.REVOKED, Texts.brief(detail), pointer));
    }
}
