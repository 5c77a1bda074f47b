package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.List;
import org.laurel.document.lint.CredentialKind;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedDocument;

/** The issuer is a profile with an id; a bare URI is lawful, but common verifiers fail on it. */
@Singleton
final class IssuerForm extends Rule {

    IssuerForm() {
        super("issuer-form", "VCDM 2.0 §4.7; OB 3.0 data model, ProfileRef");
    }

    @Override
    public List<LintFinding> findings(PlacedDocument document) {
        JsonNode issuer = document.json().path("issuer");
        if (issuer.isTextual()) {
            return UriForm.isAbsolute(issuer.textValue())
                    ? bare(document)
                    : List.of(error("/issuer", "expected an absolute URI or a profile, got " + show(issuer)));
        }
        boolean strange = !issuer.isObject() && !issuer.isMissingNode() && !issuer.isNull() && !issuer.isArray();
        return strange ? List.of(error("/issuer", "expected a URI or a profile, got " + show(issuer))) : List.of();
    }

    private List<LintFinding> bare(PlacedDocument document) {
        return document.kind() == CredentialKind.BADGE
                ? List.of(warning("/issuer", "expected a Profile object, got a bare URI"))
                : List.of();
    }
}
