package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** Registered JWT claims that stand in the document say the same as the credential, and no credential stands inside it as vc. */
@Singleton
final class JwtClaimsAgree extends Rule {

    JwtClaimsAgree() {
        super("jwt-claims-agree", "OB 3.0 §8.2; VC-JOSE-COSE 1.0 §3.1");
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        ObjectNode json = document.json();
        List<LintFinding> findings = new ArrayList<>();
        text(findings, json, "iss", document.document().issuerId().orElse(""));
        text(findings, json, "jti", document.document().id().orElse(""));
        text(findings, json, "sub", json.path("credentialSubject").path("id").asText(""));
        time(findings, json, "nbf", "validFrom");
        time(findings, json, "exp", "validUntil");
        if (json.has("vc")) {
            findings.add(error("/vc", "a credential of VCDM 2.0 stands at the top, not in vc"));
        }
        return findings;
    }

    private void text(List<LintFinding> findings, ObjectNode json, String claim, String expected) {
        if (json.has(claim) && !expected.equals(json.path(claim).textValue())) {
            findings.add(error("/" + claim, "expected " + expected + ", got " + show(json.path(claim))));
        }
    }

    private void time(List<LintFinding> findings, ObjectNode json, String claim, String member) {
        Optional<Instant> expected = DateTimes.parse(json.path(member).asText(""));
        JsonNode value = json.path(claim);
        boolean same = expected.isPresent()
                && value.isNumber()
                && value.asLong() == expected.get().getEpochSecond();
        if (json.has(claim) && !same) {
            findings.add(error("/" + claim, "expected the second of " + member + ", got " + show(value)));
        }
    }
}
