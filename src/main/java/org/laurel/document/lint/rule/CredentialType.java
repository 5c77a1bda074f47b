package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.CredentialKind;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** A credential says that it is one, and of which kind. */
@Singleton
final class CredentialType extends Rule {

    CredentialType() {
        super("credential-type", "VCDM 2.0 §4.5");
    }

    @Override
    public boolean appliesTo(PlacedDocument document) {
        return document.kind() != CredentialKind.PRESENTATION;
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        JsonNode type = document.json().path("type");
        if (type.isMissingNode()) {
            return List.of(error("", "expected a type, got nothing"));
        }
        List<LintFinding> findings = new ArrayList<>();
        for (int i = 0; type.isArray() && i < type.size(); i++) {
            if (!type.get(i).isTextual()) {
                findings.add(error("/type/" + i, "expected the name of a type, got " + show(type.get(i))));
            }
        }
        if (!document.document().hasType(OpenBadges.VERIFIABLE_CREDENTIAL)) {
            findings.add(error("/type", "expected VerifiableCredential among the types, got " + show(type)));
        }
        if (document.kind() == CredentialKind.OTHER) {
            findings.add(error(
                    "/type",
                    "expected OpenBadgeCredential, AchievementCredential, EndorsementCredential, ClrCredential or"
                            + " BitstringStatusListCredential among the types, got " + show(type)));
        }
        return findings;
    }
}
