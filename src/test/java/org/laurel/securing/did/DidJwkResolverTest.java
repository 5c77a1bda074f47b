package org.laurel.securing.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.fixture.SharedData;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.did.DidResolutionException.Reason;
import org.laurel.shared.encoding.Base64Url;

class DidJwkResolverTest {
    private static final String ED25519 =
            "\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"";

    private final DidJwkResolver resolver = new DidJwkResolver(Clock.systemUTC());

    @Test
    void the_published_example_resolves_to_its_key() {
        JsonNode example = SharedData.json("vectors/did-jwk.json");
        String did = example.path("did").textValue();
        DidDocument document = resolve(did);
        String id = did + example.path("verificationMethod").textValue();
        assertThat(document.method(id).orElseThrow().key()).isEqualTo(VerificationKey.ofJwk(example.path("jwk")));
        assertThat(document.mayAssert(id)).isTrue();
        assertThat(document.methods()).hasSize(1);
    }

    @Test
    void a_key_for_encryption_signs_nothing() {
        assertThat(resolve(did("{" + ED25519 + ",\"use\":\"sig\"}")).assertionMethods())
                .hasSize(1);
        DidDocument encrypting = resolve(did("{" + ED25519 + ",\"use\":\"enc\"}"));
        assertThat(encrypting.assertionMethods()).isEmpty();
        assertThat(encrypting.authenticationMethods()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"kty\":\"OKP\",\"crv\":\"X25519\",\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"} | NOT_SUPPORTED",
                "{\"kty\":\"oct\",\"k\":\"AQ\"} | INVALID",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AQ\"} | INVALID",
                "[] | INVALID",
                "{ | INVALID",
                "{\"kty\":\"OKP\",\"kty\":\"EC\"} | INVALID",
            })
    void what_is_no_public_key_for_signatures_is_refused(String jwk, Reason reason) {
        assertRefused(did(jwk), reason);
    }

    @Test
    void private_keys_and_other_spellings_are_refused() {
        assertRefused(did("{" + ED25519 + ",\"d\":\"AQ\"}"), Reason.INVALID);
        assertRefused(did("{" + ED25519 + ",\"use\":\"enc\",\"d\":\"AQ\"}"), Reason.INVALID);
        assertRefused("did:jwk:" + "%7B", Reason.INVALID);
        String canonical = did("{" + ED25519 + " }");
        assertThat(canonical.length() % 4).as("has stray bits to set").isNotZero();
        resolve(canonical);
        char last = canonical.charAt(canonical.length() - 1);
        assertRefused(canonical.substring(0, canonical.length() - 1) + (char) (last + 1), Reason.INVALID);
    }

    @Test
    void a_did_of_more_than_8_kib_is_none() {
        String spaces = " ".repeat(6_000);
        resolve(did("{" + ED25519 + spaces + "}"));
        assertThatThrownBy(() -> Did.parse(did("{" + ED25519 + spaces + spaces + "}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private DidDocument resolve(String did) {
        return resolver.resolve(Did.parse(did)).await().indefinitely();
    }

    private void assertRefused(String did, Reason reason) {
        assertThatThrownBy(() -> resolve(did)).cause().satisfies(failure -> assertThat(
                        ((DidResolutionException) failure).reason())
                .isEqualTo(reason));
    }

    private static String did(String jwk) {
        return "did:jwk:" + Base64Url.encode(jwk.getBytes(StandardCharsets.UTF_8));
    }
}
