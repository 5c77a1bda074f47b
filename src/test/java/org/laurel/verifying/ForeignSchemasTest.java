package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.laurel.document.credential.OpenBadges;
import org.laurel.fixture.SampleWorld;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;
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
        VerificationReport report = judge("https://schemas.example/types#Xml");
        assertThat(schemas(report).outcome()).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(schemas(report).reason()).contains("https://schemas.example/types#Xml");
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

    @Test
    void a_schema_in_a_credential_is_judged_by_once_that_is_verified() {
        ObjectNode credential = schemaCredential("{\"properties\":{\"name\":{\"maxLength\":3}}}");
        world.web().put(SCHEMA, "application/vc", world.signed(credential));
        VerificationReport broken = judge("JsonSchemaCredential");
        assertThat(schemas(broken).problems().get(0).kind())
                .as(broken.toString())
                .isEqualTo(ProblemKind.SCHEMA_BROKEN);
        assertThat(schemas(broken).problems().get(0).pointer()).isEqualTo("/name");
        world.web()
                .put(
                        SCHEMA,
                        "application/vc",
                        world.signed(schemaCredential("{\"required\":[\"credentialSubject\"]}")));
        VerificationReport report = judge("JsonSchemaCredential");
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(world.web().asked("https://www.w3.org/ns/credentials/json-schema/v2.json"))
                .isZero();
    }

    @Test
    void a_schema_in_a_credential_that_is_not_verified_leaves_the_question_open() {
        assertOpen(judge("JsonSchemaCredential"), ProblemKind.SCHEMA_OUT_OF_REACH);
        ObjectNode unsigned = schemaCredential("true");
        publish(unsigned.toString());
        assertOpen(judge("JsonSchemaCredential"), ProblemKind.SCHEMA_NOT_USABLE);
        publish("{\"required\":[\"credentialSubject\"]}");
        assertOpen(judge("JsonSchemaCredential"), ProblemKind.SCHEMA_NOT_USABLE);
        ObjectNode other = schemaCredential("{}").put("id", "https://schemas.example/other.json");
        world.web().put(SCHEMA, "application/vc", world.signed(other));
        assertOpen(judge("JsonSchemaCredential"), ProblemKind.SCHEMA_NOT_USABLE);
        world.web().put(SCHEMA, "application/vc", world.signed(world.badge().put("id", SCHEMA)));
        assertOpen(judge("JsonSchemaCredential"), ProblemKind.SCHEMA_NOT_USABLE);
    }

    @Test
    void a_schema_credential_whose_schema_is_itself_comes_to_an_end() {
        ObjectNode circle = schemaCredential("{}");
        circle.putObject("credentialSchema").put("id", SCHEMA).put("type", "JsonSchemaCredential");
        world.web().put(SCHEMA, "application/vc", world.signed(circle));
        assertOpen(judge("JsonSchemaCredential"), ProblemKind.SCHEMA_NOT_USABLE);
        assertThat(world.web().asked(SCHEMA)).isLessThan(6);
    }

    @Test
    void a_schema_credential_keeps_its_own_rules() {
        VerificationReport good = world.judge(world.signed(schemaCredential("{}")));
        assertThat(good.verified()).as(good.toString()).isTrue();
        VerificationReport report = world.judge(world.signed(schemaCredential("7")));
        assertThat(schemas(report).problems().get(0).pointer()).isEqualTo("/credentialSubject/jsonSchema");
        assertThat(schemas(report).outcome()).isEqualTo(CheckOutcome.FAILED);
    }

    private ObjectNode schemaCredential(String schema) {
        ObjectNode credential = world.badge();
        credential.removeAll();
        credential.putArray("@context").add("https://www.w3.org/ns/credentials/v2");
        credential.put("id", SCHEMA);
        credential.putArray("type").add("VerifiableCredential").add("JsonSchemaCredential");
        credential.put("issuer", world.key().controller()).put("validFrom", "2026-01-01T00:00:00Z");
        credential
                .putObject("credentialSchema")
                .put("id", "https://www.w3.org/ns/credentials/json-schema/v2.json")
                .put("type", "JsonSchema");
        credential
                .putObject("credentialSubject")
                .put("id", "https://schemas.example/schema")
                .put("type", "JsonSchema")
                .set("jsonSchema", json(schema));
        return credential;
    }

    private static JsonNode json(String text) {
        try {
            return StrictJson.parse(text);
        } catch (MalformedJsonException e) {
            throw new IllegalArgumentException(text, e);
        }
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
