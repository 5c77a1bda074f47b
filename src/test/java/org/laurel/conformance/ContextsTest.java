package org.laurel.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.laurel.document.jsonld.ContextLibrary;
import org.laurel.fixture.SharedData;
import org.laurel.shared.json.StrictJson;

/** Every bundled context says what the published one says. */
class ContextsTest {
    private static final String OB = "https://purl.imsglobal.org/spec/ob/v3p0/";
    private static final String CLR = "https://purl.imsglobal.org/spec/clr/v2p0/";
    private static final String SECURITY = "https://w3id.org/security/";

    private static final Map<String, String> PUBLISHED = Map.ofEntries(
            Map.entry("https://www.w3.org/ns/credentials/v2", "ob3/contexts-validator/credentials-v2.json"),
            Map.entry("https://www.w3.org/2018/credentials/v1", "ob3/contexts-validator/2018-credentials-v1.json"),
            Map.entry(
                    "https://www.w3.org/ns/credentials/undefined-terms/v2",
                    "vectors/contexts/credentials-undefined-terms-v2.jsonld"),
            Map.entry(OB + "context.json", "ob3/contexts/context.json"),
            Map.entry(OB + "context-3.0.1.json", "ob3/contexts/context-3.0.1.json"),
            Map.entry(OB + "context-3.0.2.json", "ob3/contexts/context-3.0.2.json"),
            Map.entry(OB + "context-3.0.3.json", "ob3/contexts-validator/ob-v3p0-3.0.3.json"),
            Map.entry(OB + "extensions.json", "ob3/contexts-validator/ob-v3p0-extensions.json"),
            Map.entry(CLR + "context.json", "ob3/contexts-validator/clr-v2p0.json"),
            Map.entry(CLR + "context-2.0.1.json", "ob3/contexts-validator/clr-v2p0-2.0.1.json"),
            Map.entry(SECURITY + "data-integrity/v1", "vectors/contexts/security-data-integrity-v1.jsonld"),
            Map.entry(SECURITY + "data-integrity/v2", "vectors/contexts/security-data-integrity-v2.jsonld"),
            Map.entry(SECURITY + "multikey/v1", "vectors/contexts/security-multikey-v1.jsonld"),
            Map.entry(SECURITY + "jwk/v1", "vectors/contexts/security-jwk-v1.jsonld"),
            Map.entry(
                    SECURITY + "suites/ed25519-2020/v1", "ob3/contexts-validator/security-suites-ed25519-2020-v1.json"),
            Map.entry("https://www.w3.org/ns/cid/v1", "vectors/contexts/cid-v1.jsonld"),
            Map.entry("https://www.w3.org/ns/did/v1", "vectors/contexts/did-v1.jsonld"),
            Map.entry(
                    "https://www.w3.org/ns/credentials/status/v1", "vectors/bitstring/contexts/vc-bitstring-v1.jsonld"),
            Map.entry(
                    "https://w3id.org/vc/status-list/2021/v1",
                    "vectors/bitstring/contexts/status-list-2021-v1.jsonld"));

    @TestFactory
    Stream<DynamicTest> equals_the_published_one() {
        ContextLibrary library = new ContextLibrary();
        assertThat(library.urls()).isEqualTo(PUBLISHED.keySet());
        return PUBLISHED.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey(), () -> assertThat(StrictJson.parse(library.json(entry.getKey())))
                                .isEqualTo(SharedData.json(entry.getValue()))));
    }
}
