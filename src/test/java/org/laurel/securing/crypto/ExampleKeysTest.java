package org.laurel.securing.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.shared.json.MalformedJsonException;
import org.laurel.shared.json.StrictJson;

class ExampleKeysTest {

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "p256"})
    void the_readme_names_the_thumbprint_of_each(String name) throws IOException, MalformedJsonException {
        Path folder = Path.of("keys-example");
        ObjectNode jwk = (ObjectNode) StrictJson.parse(Files.readAllBytes(folder.resolve(name + ".private.jwk.json")));
        jwk.remove("d");
        assertThat(Files.readString(folder.resolve("README.md")))
                .contains(VerificationKey.ofJwk(jwk).thumbprint());
    }
}
