package org.laurel.document.lint.rule;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
    Stream<LintFinding> judge(PlacedObject object) {
        List<PlacedObject> schemas = object.objects("credentialSchema").stream()
                .filter(schema -> OpenBadges.SCHEMA_VALIDATOR.equals(
                        schema.json().path("type").textValue()))
                .toList();
        boolean foreign = !schemas.isEmpty()
                && schemas.stream()
                        .map(schema -> schema.json().path("id").asText(""))
                        .noneMatch(id -> STANDARD.matcher(id).matches());
        return foreign
                ? Stream.of(error(
                        object.at("credentialSchema"),
                        "expected " + OpenBadges.CREDENTIAL_SCHEMA + " among the schemas, got others only"))
                : Stream.empty();
    }
}
