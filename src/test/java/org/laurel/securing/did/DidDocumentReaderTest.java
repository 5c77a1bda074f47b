package org.laurel.securing.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.laurel.shared.json.StrictJson;

class DidDocumentReaderTest {
    private static final String DID = "did:web:example.com";
    private static final String ED25519 = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2";
    private static final String P256 = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP";

    @Test
    void reads_methods_by_reference_and_embedded_with_relative_ids() throws Exception {
        DidDocument document = read("""
                {
                  "id": "did:web:example.com",
                  "verificationMethod": [
                    { "id": "#a", "type": "Multikey", "controller": "did:web:example.com",
                      "publicKeyMultibase": "%1$s", "expires": "2027-01-01T00:00:00Z", "revoked": "2026-06-01T00:00:00+02:00" },
                    { "id": "did:web:example.com#b", "type": "Ed25519VerificationKey2020", "controller": "did:web:example.com",
                      "publicKeyMultibase": "%1$s" },
                    { "id": "#c", "type": "JsonWebKey", "controller": "did:web:other.example", "publicKeyJwk":
                      { "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "kid": "x" } }
                  ],
                  "assertionMethod": [ "#a", "did:web:example.com#c",
                    { "id": "#d", "type": "Multikey", "controller": "did:web:example.com", "publicKeyMultibase": "%2$s" } ],
                  "authentication": [ "#b" ]
                }
                """.formatted(ED25519, P256));
        assertThat(document.methods())
                .extracting(VerificationMethod::id)
                .containsExactly(DID + "#a", DID + "#b", DID + "#c", DID + "#d");
        assertThat(document.assertionMethods()).containsExactlyInAnyOrder(DID + "#a", DID + "#c", DID + "#d");
        assertThat(document.authenticationMethods()).containsExactly(DID + "#b");
        VerificationMethod first = document.method(DID + "#a").orElseThrow();
        assertThat(first.expires()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(first.revoked()).isEqualTo(Instant.parse("2026-05-31T22:00:00Z"));
        assertThat(document.method(DID + "#c").orElseThrow().controller()).isEqualTo("did:web:other.example");
    }

    @Test
    void passes_over_methods_that_it_cannot_read() throws Exception {
        DidDocument document = read("""
                {
                  "id": "did:web:example.com",
                  "verificationMethod": [
                    { "id": "#other", "type": "Bls12381G2Key2020", "controller": "did:web:example.com", "publicKeyBase58": "1" },
                    { "id": "#mixed", "type": "Ed25519VerificationKey2020", "controller": "did:web:example.com",
                      "publicKeyMultibase": "%2$s" },
                    { "id": "#private", "type": "JsonWebKey", "controller": "did:web:example.com", "publicKeyJwk":
                      { "kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo", "d": "AQ" } },
                    { "id": "#both", "type": "Multikey", "controller": "did:web:example.com",
                      "publicKeyMultibase": "%1$s", "publicKeyJwk": {} },
                    { "id": "#when", "type": "Multikey", "controller": "did:web:example.com",
                      "publicKeyMultibase": "%1$s", "revoked": "yesterday" },
                    { "id": "#free", "type": "Multikey", "publicKeyMultibase": "%1$s" },
                    { "id": "did:web:other.example#a", "type": "Multikey", "controller": "did:web:example.com",
                      "publicKeyMultibase": "%1$s" },
                    { "type": "Multikey", "controller": "did:web:example.com", "publicKeyMultibase": "%1$s" },
                    "text", null
                  ]
                }
                """.formatted(ED25519, P256));
        assertThat(document.methods()).isEmpty();
    }

    @Test
    void refuses_what_is_ambiguous_or_too_large() {
        String method =
                "{\"id\":\"#a\",\"type\":\"Multikey\",\"controller\":\"did:web:example.com\",\"publicKeyMultibase\":\"%s\"}";
        assertThatThrownBy(() -> read("{\"id\":\"did:web:example.com\",\"verificationMethod\":["
                        + method.formatted(ED25519) + "," + method.formatted(P256) + "]}"))
                .hasMessageContaining("same id");
        assertThatThrownBy(() ->
                        read("{\"id\":\"did:web:example.com\",\"verificationMethod\":[" + "{},".repeat(200) + "{}]}"))
                .hasMessageContaining("more than 200");
        assertThatThrownBy(() -> read("{\"id\":\"did:web:example.com\",\"assertionMethod\":\"#a\"}"))
                .hasMessageContaining("no array");
    }

    private static DidDocument read(String json) throws Exception {
        return DidDocumentReader.read(StrictJson.parse(json), DID, Instant.EPOCH);
    }
}
