package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.Set;
import org.laurel.verifying.check.Examination;
import org.laurel.verifying.check.Examined;
import org.laurel.verifying.report.CheckResult;
import org.laurel.verifying.report.Problem;
import org.laurel.verifying.report.ProblemKind;

/** Is the key the issuer's own: listed in the profile, and owned by it? Both ends must say so. */
final class SigningKeyCheck extends AssertionCheck {

    SigningKeyCheck() {
        super(
                "issuer-key",
                "The key that signed is the issuer's own",
                "CryptographicKey; SignedBadge Verification",
                true,
                Set.of("issuer", "proof"));
    }

    @Override
    Uni<Examined> judge(AssertionFindings findings, Examination examination) {
        CryptographicKey key = findings.keyOrNull();
        if (key == null) {
            return skipped("nobody signed it", examination);
        }
        String pointer = "/" + findings.assertion().verificationMember();
        return now(
                objection(findings, key)
                        .map(detail -> CheckResult.failed(
                                new Problem(ProblemKind.NOT_THE_ISSUERS_KEY, Texts.brief(detail), pointer)))
                        .orElseGet(() -> CheckResult.passed("")),
                examination);
    }

    private static Optional<String> objection(AssertionFindings findings, CryptographicKey key) {
        String issuer = findings.issuerId();
        Optional<JsonNode> listed = Texts.values(findings.issuer().path("publicKey")).stream()
                .filter(known -> Texts.iri(known).equals(key.id()))
                .findFirst();
        if (listed.isEmpty()) {
            return Optional.of("the profile of " + issuer + " does not list the key " + key.id());
        }
        boolean partOfProfile = listed.get().isObject() && key.owner().isEmpty();
        return partOfProfile || key.owner().equals(issuer)
                ? Optional.empty()
                : Optional.of("the key " + key.id() + " names the owner "
                        + (key.owner().isEmpty() ? "nobody" : key.owner()) + ", and not " + issuer);
    }
}
