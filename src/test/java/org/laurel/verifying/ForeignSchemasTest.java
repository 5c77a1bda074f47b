package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.laurel.document.credential.OpenBadges;
import org.laurel.fixture.SampleWorld;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CheckReport;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** Schemas that are not the standard's own. */
class ForeignSchemasTest {
    private static final String SCHEMA = "https://schemas.example/badge.json";

    private final SampleWorld world = new SampleWorld();

    @Test
    void a_badge_that_follows_the_schema_passes() {
        publish("{\"required\":[\"credentialSubject\"]}");
        VerificationReport report = judge("1EdTechJsonSchemaValidator2019");
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(schemas(report).outcome()).isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void a_badge_that_breaks_the_schema_fails_where_it_does() {
        publish("{\"properties\":{\"name\":{\"maxLength\":3}}}");
        VerificationReport report = judge("JsonSchema");
        assertThat(report.summary()).isEqualTo("This badge breaks a schema that it names.");
        assertThat(schemas(report).outcome()).isEqualTo(CheckOutcome.FAILED);
        assertThat(schemas(report).problems().get(0).pointer()).isEqualTo("/name");
    }

    @Test
    void a_schema_out_of_reach_or_of_no_use_leaves_the_question_open() {
        assertOpen(judge("JsonSchema"), ProblemKind.SCHEMA_OUT_OF_REACH);
        publish("{\"$ref\":\"https://other.example/schema.json\"}");
        assertOpen(judge("JsonSchema"), ProblemKind.SCHEMA_NOT_USABLE);
        assertThat(world.web().asked("https://other.example/schema.json")).isZero();
    }

    @Test
    void a_schema_of_an_unknown_type_is_skipped_and_not_fetched() {
        VerificationReport report = judge("JsonSchemaCredential");
        assertThat(schemas(report).outcome()).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(schemas(report).reason()).contains("JsonSchemaCredential");
        assertThat(world.web().asked(SCHEMA)).isZero();
    }

    @Test
    void more_schemas_than_are_looked_at_leave_the_question_open() {
        publish("true");
        ObjectNode badge = badge("JsonSchema");
        for (int i = 0; i < 4; i++) {
            badge.withArray("credentialSchema").addObject().put("id", SCHEMA).put("type", "JsonSchema");
        }
        assertOpen(world.judge(world.signed(badge)), ProblemKind.SCHEMA_NOT_USABLE);
    }

    private void publish(String schema) {
        world.web().put(SCHEMA, "application/schema+json", schema);
    }

    private VerificationReport judge(String type) {
        return world.judge(world.signed(badge(type)));
    }

    private ObjectNode badge(String type) {
        ObjectNode badge = world.badge();
        badge.withArray("@context").add("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json");
        badge.putArray("credentialSchema")
                .addObject()
                .put("id", OpenBadges.CREDENTIAL_SCHEMA)
                .put("type", OpenBadges.SCHEMA_VALIDATOR);
        badge.withArray("credentialSchema").addObject().put("id", SCHEMA).put("type", type);
        return badge;
    }

    private static void assertOpen(VerificationReport report, ProblemKind kind) {
        assertThat(schemas(report).outcome()).isEqualTo(CheckOutcome.INDETERMINATE);
        assertThat(schemas(report).problems().get(0).kind()).isEqualTo(kind);
        assertThat(report.verified()).isFalse();
    }

    private static CheckReport schemas(VerificationReport report) {
        return report.check("schemas").orElseThrow();
    }
}
