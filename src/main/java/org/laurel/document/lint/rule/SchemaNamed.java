package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.laurel.document.credential.OpenBadges;
import org.laurel.document.lint.LintFinding;
import org.laurel.document.lint.PlacedObject;

/** Where schemas are named in 1EdTech's way, the standard's own is among them. */
@Singleton
final class SchemaNamed extends ObjectRule {

    SchemaNamed() {
        super("schema-named", "OB 3.0 data model, CredentialSchema");
    }

    /** Those of Open Badges, and of learner records, which are badges of badges. */
    private static final Pattern STANDARD = Pattern.compile("https://purl\\.imsglobal\\.org/spec/(ob/v3p0|clr/v2p0)"
            + "/schema/json(-ld)?/(ob_v3p0|clr_v2p0)_\\w+_schema\\.json");

    @Override
    void judge(PlacedObject object, Consumer<LintFinding> found) {
        boolean foreign = false;
        for (PlacedObject schema : object.objects("credentialSchema")) {
            if (OpenBadges.SCHEMA_VALIDATOR.equals(schema.json().path("type").textValue())) {
                if (isStandard(schema.json().path("id").asText(""))) {
                    return;
                }
                foreign = true;
            }
        }
        if (foreign) {
            found.accept(error(
                    object.at("credentialSchema"),
                    "expected " + OpenBadges.CREDENTIAL_SCHEMA + " among the schemas, got others only"));
        }
    }

    private static boolean isStandard(String id) {
        return OpenBadges.CREDENTIAL_SCHEMA.equals(id) || STANDARD.matcher(id).matches();
    }
}
