package org.laurel.issuing.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.shared.encoding.Base64Url;

class KeptJwtTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"é\",\"iss\":\"x\"} | {\"id\":\"é\",\"proof\":[]}",
                "{\"id\":\"é\"}               | {\"id\":\"é\"}",
                "{\"id\":\"é\"}               | {\"id\":\"é\"} and more",
                "{\"id\":\"é\"} and more      | {\"id\":\"é\"}",
                "nothing alike                | {}",
            })
    void it_comes_back_as_it_was(String payload, String json) {
        byte[] jwt = jwt(payload);
        byte[] kept = KeptJwt.without(jwt, bytes(json));
        assertThat(KeptJwt.whole(kept, bytes(json))).isEqualTo(jwt);
    }

    @Test
    void what_both_say_is_kept_once() {
        String json = "{\"id\":\"" + "a".repeat(1000);
        assertThat(KeptJwt.without(jwt(json + "\"}"), bytes(json + "\",\"proof\":[]}")))
                .hasSizeLessThan(100);
    }

    @Test
    void one_that_was_kept_whole_is_given_as_it_is() {
        byte[] jwt = jwt("{}");
        assertThat(KeptJwt.whole(jwt, bytes("{}"))).isEqualTo(jwt);
    }

    private static byte[] jwt(String payload) {
        return bytes(Base64Url.encode(bytes("{\"alg\":\"ES256\"}")) + "." + Base64Url.encode(bytes(payload)) + ".c2ln");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
