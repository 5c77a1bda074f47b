package org.laurel.verifying.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.laurel.verifying.report.CheckResult;

/** Which schemas does it name? The standard's own are our rules and never fetched; those of others are not judged here. */
@Singleton
final class SchemasCheck extends Check {
    private static final String STANDARD = "https://purl.imsglobal.org/spec/ob/v3p0/schema/";

    SchemasCheck() {
        super(
                "schemas",
                "It follows the schemas it names",
                "OB 3.0 Verification and Validation; VCDM 2.0 §4.11",
                false,
                Set.of("parse"));
    }

    @Override
    public Uni<Examined> run(Examination examination) {
        JsonNode schemas = examination.credential().document().json().path("credentialSchema");
        List<String> foreign = new ArrayList<>();
        (schemas.isArray() ? schemas : List.of(schemas)).forEach(schema -> {
            String id = schema.path("id").asText("");
            if (!id.isEmpty() && !id.startsWith(STANDARD)) {
                foreign.add(id);
            }
        });
        return now(
                foreign.isEmpty()
                        ? CheckResult.passed("")
                        : CheckResult.skipped(
                                "schemas other than the standard's are not judged here: " + String.join(", ", foreign)),
                examination);
    }
}
