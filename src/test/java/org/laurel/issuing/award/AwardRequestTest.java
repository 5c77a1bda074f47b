package org.laurel.issuing.award;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.shared.json.RecordReader;

class AwardRequestTest {

    @Test
    void the_least_request_is_an_achievement_and_an_address() {
        AwardRequest request =
                read(award("\"recipient\": {\"email\": \"Ada@Example.ORG \"}")).orThrow();
        assertThat(request.recipient().email()).isEqualTo("ada@example.org");
        assertThat(request.recipient().identity()).isEqualTo("email:ada@example.org");
        assertThat(request.evidence()).isEmpty();
        assertThat(request.notifyRecipient()).isNull();
    }

    @Test
    void a_person_is_found_again_by_address_else_did_else_identifier() {
        assertThat(identity("{\"did\": \"did:key:z6Mk\"}")).isEqualTo("did:did:key:z6Mk");
        assertThat(identity("{\"did\": \"did:key:z6Mk\", \"email\": \"ada@example.org\"}"))
                .isEqualTo("email:ada@example.org");
        assertThat(identity("{\"identifiers\": [{\"identityType\": \"systemId\", \"value\": \"7\"}]}"))
                .isEqualTo("identifier:systemId:7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"validFrom\": \"2026-02-01T00:00:00Z\", \"validUntil\": \"2026-01-01T00:00:00Z\"; /validUntil",
                "\"externalId\": \" \"; /externalId",
                "\"creditsEarned\": -1; /creditsEarned",
                "\"notify\": \"yes\"; /notify",
                "\"validFrom\": \"tomorrow\"; /validFrom",
                "\"evidence\": [{\"nonsense\": 1}]; /evidence/0/nonsense",
            })
    void a_fault_of_the_award_is_named_at_its_place(String members, String pointer) {
        assertThat(pointers(award(members + ", \"recipient\": {\"email\": \"ada@example.org\"}")))
                .containsExactly(pointer);
    }

    @Test
    void several_faults_are_named_together() {
        assertThat(pointers(award("\"externalId\": \"\", \"creditsEarned\": -1,"
                        + " \"validFrom\": \"2026-02-01T00:00:00Z\", \"validUntil\": \"2026-01-01T00:00:00Z\","
                        + " \"recipient\": {\"email\": \"ada@example.org\"}")))
                .containsExactly("/externalId", "/validUntil", "/creditsEarned");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "{}; /recipient",
                "{\"name\": \"Ada\"}; /recipient",
                "{\"email\": \"ada@example.org\", \"name\": \"\"}; /recipient/name",
                "{\"did\": \"ada\"}; /recipient/did",
                "{\"identifiers\": [{\"identityType\": \"name\", \"value\": \"\"}]}; /recipient/identifiers/0/value",
                "{\"identifiers\": [{\"value\": \"x\"}]}; /recipient/identifiers/0/identityType",
                "{\"identifiers\": [{\"identityType\": \"shoeSize\", \"value\": \"x\"}]};"
                        + " /recipient/identifiers/0/identityType",
            })
    void a_fault_of_the_recipient_is_named_at_its_place(String recipient, String pointer) {
        assertThat(pointers(award("\"recipient\": " + recipient))).containsExactly(pointer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ada", "ada@", "@example.org", "ada@example", "a b@example.org", "ada@example..org", "a@b@c.d"})
    void what_is_no_address_is_refused(String email) {
        assertThat(pointers(award("\"recipient\": {\"email\": \"" + email + "\"}")))
                .containsExactly("/recipient/email");
    }

    @Test
    void a_time_with_offset_is_the_same_instant() {
        assertThat(read(award("\"validFrom\": \"2026-01-01T01:00:00+01:00\","
                                + " \"recipient\": {\"email\": \"ada@example.org\"}"))
                        .orThrow()
                        .validFrom())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void twenty_identifiers_are_enough() {
        String one = "{\"identityType\": \"systemId\", \"value\": \"7\"}";
        String twenty = (one + ",").repeat(19) + one;
        assertThat(pointers(award("\"recipient\": {\"identifiers\": [" + twenty + "]}")))
                .isEmpty();
        assertThat(pointers(award("\"recipient\": {\"identifiers\": [" + twenty + "," + one + "]}")))
                .containsExactly("/recipient/identifiers");
    }

    private static String identity(String recipient) {
        return read(award("\"recipient\": " + recipient)).orThrow().recipient().identity();
    }

    private static String award(String members) {
        return "{\"achievement\": \"1-abc\", " + members + "}";
    }

    private static List<String> pointers(String json) {
        return read(json).violations().stream().map(fault -> fault.pointer()).toList();
    }

    private static RecordReader.Reading<AwardRequest> read(String json) {
        return RecordReader.read(json.getBytes(StandardCharsets.UTF_8), AwardRequest.class);
    }
}
