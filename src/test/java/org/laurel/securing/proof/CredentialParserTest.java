package org.laurel.securing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.fixture.Samples;
import org.laurel.fixture.TestKeys;
import org.laurel.securing.crypto.SignatureAlgorithm;
import org.laurel.securing.proof.jwt.JwtSigner;

class CredentialParserTest {
    private static final String JWT = new JwtSigner()
            .sign(
                    TestKeys.linted(new CredentialDocument(Samples.badge())),
                    List.of(TestKeys.fresh(SignatureAlgorithm.EDDSA)),
                    Instant.EPOCH)
            .text();

    @Test
    void reads_json_with_and_without_byte_order_mark() throws Exception {
        String json = Samples.badge().toString();
        assertThat(parse(json).document().json()).isEqualTo(Samples.badge());
        assertThat(parse("\uFEFF" + json).document().json()).isEqualTo(Samples.badge());
        assertThat(parse("\n " + json + "\n").isJwt()).isFalse();
    }

    @Test
    void reads_a_jwt_with_white_space_around_it() throws Exception {
        UnverifiedCredential credential = parse(" " + JWT + "\r\n");
        assertThat(credential.jwt()).isEqualTo(JWT);
        assertThat(credential.document().json()).isEqualTo(Samples.badge());
    }

    @Test
    void unwraps_an_enveloped_credential() throws Exception {
        UnverifiedCredential credential = parse("{\"@context\":\"https://www.w3.org/ns/credentials/v2\","
                + "\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:application/vc+jwt," + JWT + "\"}");
        assertThat(credential.jwt()).isEqualTo(JWT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "\"a.b.c\"",
                "{\"a\":1,\"a\":2}",
                "{} {}",
                "e30.e30",
                "e30.e30.e30.e30",
                "e31.e30.e30",
                "W10.e30.e30",
                "e30.W10.e30",
                "eyJhIjoxLCJhIjoyfQ.e30.e30",
                "e30=.e30.e30",
                "{\"type\":\"EnvelopedVerifiableCredential\",\"id\":\"data:application/vc+jwt,x\"}"
            })
    void refuses_what_leaves_doubt(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(UnreadableCredentialException.class);
    }

    private static UnverifiedCredential parse(String text) throws UnreadableCredentialException {
        return CredentialParser.parse(text.getBytes(StandardCharsets.UTF_8));
    }
}
