package org.laurel.verifying.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.fixture.Samples;
import org.laurel.securing.proof.UnverifiedCredential;
import org.laurel.verifying.report.CheckOutcome;

class RecipientCheckTest {
    private static final String MAIL = "ada@example.org";

    @Test
    void finds_a_salted_an_unsalted_and_a_plain_address() {
        assertThat(ask(badge("emailAddress", true, HashedIdentity.sha256(MAIL, "Kosher"), "Kosher"), MAIL))
                .isEqualTo(CheckOutcome.PASSED);
        assertThat(ask(badge("emailAddress", true, HashedIdentity.sha256(MAIL, ""), null), MAIL))
                .isEqualTo(CheckOutcome.PASSED);
        assertThat(ask(badge("emailAddress", false, MAIL, null), MAIL)).isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void tries_the_address_in_lower_case_too() {
        ObjectNode badge = badge("emailAddress", true, HashedIdentity.sha256(MAIL, "s"), "s");
        assertThat(ask(badge, " Ada@Example.ORG ")).isEqualTo(CheckOutcome.PASSED);
        assertThat(ask(badge, "mailto:" + MAIL)).isEqualTo(CheckOutcome.PASSED);
    }

    @Test
    void does_not_take_another_address_or_another_kind() {
        assertThat(ask(badge("emailAddress", true, HashedIdentity.sha256(MAIL, "s"), "other"), MAIL))
                .isEqualTo(CheckOutcome.FAILED);
        assertThat(ask(badge("emailAddress", false, "bob@example.org", null), MAIL))
                .isEqualTo(CheckOutcome.FAILED);
        assertThat(ask(badge("userName", false, MAIL, null), MAIL)).isEqualTo(CheckOutcome.INDETERMINATE);
    }

    @Test
    void who_is_named_by_other_means_may_be_the_same_or_not() {
        ObjectNode hashed = badge("emailAddress", true, HashedIdentity.sha256(MAIL, "s"), "s");
        assertThat(ask(hashed, "Ada Lovelace")).isEqualTo(CheckOutcome.INDETERMINATE);
        assertThat(ask(hashed, "did:key:z6MkA")).isEqualTo(CheckOutcome.INDETERMINATE);
        assertThat(ask(badge("emailAddress", true, "sha512$00", null), MAIL)).isEqualTo(CheckOutcome.INDETERMINATE);
        assertThat(ask(badge("name", false, "Ada  Lovelace", null), "ada lovelace"))
                .isEqualTo(CheckOutcome.PASSED);
        assertThat(ask(badge("name", true, HashedIdentity.sha256("Ada Lovelace", "s"), "s"), "ada lovelace"))
                .isEqualTo(CheckOutcome.INDETERMINATE);
        assertThat(ask(badge("name", false, "Ada Lovelace", null), "Grace Hopper"))
                .isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void one_identity_without_an_array_is_as_good() {
        ObjectNode badge = badge("emailAddress", true, HashedIdentity.sha256(MAIL, "s"), "s");
        ObjectNode subject = (ObjectNode) badge.path("credentialSubject");
        subject.set("identifier", subject.path("identifier").get(0));
        assertThat(ask(badge, MAIL)).isEqualTo(CheckOutcome.PASSED);
        assertThat(ask(badge, "eve@example.org")).isEqualTo(CheckOutcome.FAILED);
        for (String strange : new String[] {"[1, null, \"x\", []]", "7", "\"x\"", "null", "{\"identityHash\": {}}"}) {
            subject.set("identifier", json(strange));
            assertThat(ask(badge, MAIL)).as(strange).isEqualTo(CheckOutcome.INDETERMINATE);
        }
    }

    @Test
    void one_of_several_subjects_is_enough() {
        ObjectNode badge = badge("emailAddress", false, MAIL, null);
        badge.putArray("credentialSubject")
                .add(json("{\"id\": \"did:key:z6MkA\"}"))
                .add(json("{\"id\": \"did:key:z6MkB\"}"));
        assertThat(ask(badge, "did:key:z6MkB")).isEqualTo(CheckOutcome.PASSED);
        assertThat(ask(badge, "did:key:z6MkC")).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void an_md5_hash_is_found_and_called_weak() {
        // md5("ada@example.org"), by openssl
        String hash = "md5$" + "5bfcf2d8e394674550332640d72db509";
        assertThat(ask(badge("emailAddress", true, hash, null), MAIL)).isEqualTo(CheckOutcome.WARNING);
        assertThat(ask(badge("emailAddress", true, hash, null), "eve@example.org"))
                .isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void compares_an_id_letter_by_letter() {
        ObjectNode badge = badge("emailAddress", false, MAIL, null);
        ((ObjectNode) badge.path("credentialSubject")).put("id", "did:key:z6MkA");
        assertThat(ask(badge, "did:key:z6MkA")).isEqualTo(CheckOutcome.PASSED);
        assertThat(ask(badge, "did:key:z6mka")).isEqualTo(CheckOutcome.FAILED);
    }

    @Test
    void says_nothing_when_nobody_asks() {
        assertThat(ask(badge("emailAddress", false, MAIL, null), null)).isEqualTo(CheckOutcome.SKIPPED);
        assertThat(ask(badge("emailAddress", false, MAIL, null), "  ")).isEqualTo(CheckOutcome.SKIPPED);
    }

    private static ObjectNode badge(String type, boolean hashed, String hash, @Nullable String salt) {
        ObjectNode badge = Samples.badge();
        ObjectNode identity = ((ObjectNode) badge.path("credentialSubject"))
                .putArray("identifier")
                .addObject()
                .put("type", "IdentityObject")
                .put("hashed", hashed)
                .put("identityHash", hash)
                .put("identityType", type);
        if (salt != null) {
            identity.put("salt", salt);
        }
        return badge;
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static CheckOutcome ask(ObjectNode badge, @Nullable String recipient) {
        Examination examination = Examination.of(
                        VerificationInput.of(new byte[0]).asking(Asked.whose(recipient)), Instant.EPOCH)
                .with(UnverifiedCredential.ofJson(new CredentialDocument(badge)));
        return new RecipientCheck()
                .run(examination)
                .await()
                .atMost(Duration.ofSeconds(1))
                .result()
                .outcome();
    }
}
