package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;
import org.laurel.document.lint.ValueForm;

/** An embedded endorsement is a credential of that type, with an issuer and the thing it endorses; it is judged on its own, so that here it only earns a warning. */
@Singleton
final class EndorsementForm extends ObjectRule {

    EndorsementForm() {
        super("endorsement-form", "OB 3.0 data model, EndorsementCredential");
    }

    @Override
    Stream<LintFinding> judge(PlacedObject object) {
        return object.shape().members(ValueForm.ENDORSEMENT).stream()
                .flatMap(member -> object.values(member).stream())
                .filter(value -> value.json() instanceof ObjectNode endorsement && !complete(endorsement))
                .map(value -> warning(
                        value.pointer(), "expected an EndorsementCredential with issuer and credentialSubject.id"));
    }

    private static boolean complete(ObjectNode endorsement) {
        CredentialDocument document = new CredentialDocument(endorsement);
        return document.hasType(OpenBadges.ENDORSEMENT_CREDENTIAL)
                && document.issuerId().isPresent()
                && endorsement.path("credentialSubject").path("id").isTextual();
    }
}
