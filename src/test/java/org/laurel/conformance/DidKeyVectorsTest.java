package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.laurel.fixture.SharedData;
import org.laurel.securing.crypto.VerificationKey;
import org.laurel.securing.did.Did;
import org.laurel.securing.did.DidDocument;
import org.laurel.securing.did.DidKeyResolver;
import org.laurel.securing.did.DidResolutionException;

/** The did:key vectors: the kinds we know resolve to the published key, the others are named as not supported. */
class DidKeyVectorsTest {
    private static final DidKeyResolver RESOLVER = new DidKeyResolver(Clock.systemUTC());

    @TestFactory
    Stream<DynamicTest> known_kinds_resolve_to_the_published_key() {
        return Stream.of("nist-curves", "ed25519-x25519")
                .flatMap(file -> entries(file).stream())
                .filter(entry -> entry.getKey().matches("did:key:z(6Mk|Dn|82).*"))
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    DidDocument document = resolve(entry.getKey());
                    VerificationKey key = document.methods().get(0).key();
                    assertThat(document.mayAssert(document.methods().get(0).id()))
                            .isTrue();
                    assertThat(document.methods().get(0).id())
                            .isEqualTo(entry.getKey() + "#" + entry.getKey().substring("did:key:".length()));
                    JsonNode jwk = publishedJwk(entry.getValue());
                    if (!jwk.isMissingNode()) {
                        assertThat(key).isEqualTo(VerificationKey.ofJwk(jwk));
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> other_kinds_are_not_supported() {
        return Stream.of("nist-curves", "rsa", "secp256k1", "bls12381", "x25519")
                .flatMap(file -> entries(file).stream())
                .filter(entry -> !entry.getKey().matches("did:key:z(6Mk|Dn|82).*"))
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey(), () -> assertThatThrownBy(() -> resolve(entry.getKey()))
                                .hasCauseInstanceOf(DidResolutionException.class)));
    }

    private static DidDocument resolve(String did) {
        return RESOLVER.resolve(Did.parse(did)).await().indefinitely();
    }

    private static List<Map.Entry<String, JsonNode>> entries(String file) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
        SharedData.json("vectors/did-key/" + file + ".json").fields().forEachRemaining(entry -> {
            if (entry.getKey().startsWith("did:key:")) {
                entries.add(entry);
            }
        });
        return entries;
    }

    private static JsonNode publishedJwk(JsonNode entry) {
        JsonNode nist = entry.path("verificationMethod").path("publicKeyJwk");
        return nist.isMissingNode() ? entry.path("verificationKeyPair").path("publicKeyJwk") : nist;
    }
}
