package org.laurel.hosting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.DidDocumentReader;
import org.laurel.securing.did.VerificationMethod;
import org.laurel.securing.key.IssuerKey;
import org.laurel.securing.key.KeyRing;
import org.laurel.securing.key.KeyState;

class DidDocumentsTest {
    private static final ObjectNode SERVICE =
            JsonNodeFactory.instance.objectNode().put("kty", "OKP").put("iss", "https://badges.example");

    private static final String DID = "did:web:badges.example:issuers:oak-hill";
    private static final Instant THEN = Instant.parse("2026-11-25T08:00:00.123456Z");

    private final IssuerKey eddsa = key(1, SignatureAlgorithm.EDDSA, KeyState.ACTIVE, null);
    private final IssuerKey es256 = key(2, SignatureAlgorithm.ES256, KeyState.COMPROMISED, THEN);
    private final IssuerKey rs256 = key(3, SignatureAlgorithm.RS256, KeyState.RETIRED, null);
    private final ObjectNode document = DidDocuments.document(
            DID, "https://badges.example/issuers/oak-hill", new KeyRing(1, List.of(eddsa, es256, rs256), List.of()));

    @Test
    void says_whose_it_is() {
        assertThat(document.path("id").textValue()).isEqualTo(DID);
        assertThat(document.at("/@context/0").textValue()).isEqualTo("https://www.w3.org/ns/did/v1");
        assertThat(document.at("/alsoKnownAs/0").textValue()).isEqualTo("https://badges.example/issuers/oak-hill");
    }

    @Test
    void each_key_stands_twice_and_rsa_once() {
        assertThat(texts("verificationMethod", "type"))
                .containsExactly("Multikey", "JsonWebKey", "Multikey", "JsonWebKey", "JsonWebKey");
        List<String> ids = texts("verificationMethod", "id");
        assertThat(ids)
                .containsExactly(
                        eddsa.multikeyId(),
                        eddsa.jsonWebKeyId(),
                        es256.multikeyId(),
                        es256.jsonWebKeyId(),
                        rs256.jsonWebKeyId())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith(DID + "#"));
        assertThat(document.path("assertionMethod"))
                .extracting(JsonNode::textValue)
                .isEqualTo(ids);
        assertThat(texts("verificationMethod", "controller")).containsOnly(DID);
    }

    @Test
    void a_compromised_key_shows_since_when_and_a_retired_one_stays() {
        assertThat(document.at("/verificationMethod/2/revoked").textValue()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(document.at("/verificationMethod/3/revoked").textValue()).isEqualTo("2026-11-25T08:00:00Z");
        assertThat(document.at("/verificationMethod/0").has("revoked")).isFalse();
        assertThat(document.at("/verificationMethod/4").has("revoked")).isFalse();
    }

    @Test
    void nothing_private_is_shown() {
        assertThat(document.findValues("d")).isEmpty();
        assertThat(document.findValues("p")).isEmpty();
        assertThat(DidDocuments.keySet(List.of(eddsa, es256, rs256), SERVICE).findValues("d"))
                .isEmpty();
    }

    @Test
    void our_own_reader_finds_every_key() throws Exception {
        DidDocument read = DidDocumentReader.read(document, DID, THEN);
        for (IssuerKey key : List.of(eddsa, es256, rs256)) {
            VerificationMethod method = read.method(key.jsonWebKeyId()).orElseThrow();
            assertThat(method.key()).isEqualTo(key.publicKey());
        }
    }

    @Test
    void the_key_set_says_whose_each_key_is() {
        ObjectNode set = DidDocuments.keySet(List.of(eddsa, rs256), SERVICE);
        assertThat(set.path("keys")).hasSize(3);
        assertThat(set.at("/keys/2")).isEqualTo(SERVICE);
        assertThat(set.at("/keys/0/iss").textValue()).isEqualTo(DID);
        assertThat(set.at("/keys/0/kid").textValue()).isEqualTo(eddsa.jsonWebKeyId());
        assertThat(set.at("/keys/0/alg").textValue()).isEqualTo("EdDSA");
        assertThat(set.at("/keys/0/use").textValue()).isEqualTo("sig");
        assertThat(set.at("/keys/1/kty").textValue()).isEqualTo("RSA");
    }

    private List<String> texts(String array, String member) {
        return StreamSupport.stream(document.path(array).spliterator(), false)
                .map(node -> node.path(member).asText())
                .toList();
    }

    private static IssuerKey key(
            long number, SignatureAlgorithm algorithm, KeyState state, @Nullable Instant revokedAt) {
        return new IssuerKey(
                number, DID, algorithm, TestKeys.fresh(algorithm).publicKey(), state, THEN, null, revokedAt);
    }
}
