package org.laurel.document.lint.rule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedMember;
import org.laurel.document.lint.PlacedObject;
import org.laurel.document.lint.PlacedValue;
import org.laurel.document.lint.ValueForm;

/** An embedded endorsement is a credential of that type, with an issuer and the thing it endorses; it is judged on its own, so that here it only earns a warning. */
@Singleton
final class EndorsementForm extends ObjectRule {

    EndorsementForm() {
        super("endorsement-form", "OB 3.0 data model, EndorsementCredential");
    }

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        for (PlacedMember member : object.members()) {
            if (member.member().form() == ValueForm.ENDORSEMENT) {
                judge(member.values(), found);
            }
        }
    }

    private void judge(List<PlacedValue> values, Consumer<LintFinding> found) {
        for (PlacedValue value : values) {
            if (value.json() instanceof ObjectNode endorsement && !complete(endorsement)) {
                found.accept(warning(
                        value.pointer(), "expected an EndorsementCredential with issuer and credentialSubject.id"));
            }
        }
    }

    private static boolean complete(ObjectNode endorsement) {
        CredentialDocument document = new CredentialDocument(endorsement);
        return document.hasType(OpenBadges.ENDORSEMENT_CREDENTIAL)
                && document.issuerId().isPresent()
                && endorsement.path("credentialSubject").path("id").isTextual();
    }
}
