package org.laurel.shared.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultibaseTest {

    @Test
    void reads_and_writes_base58btc() {
        // the example of the base58 draft
        byte[] hello = "Hello World!".getBytes(StandardCharsets.US_ASCII);
        assertThat(Multibase.base58(hello)).isEqualTo("z2NEpo7TZRRrLZSi2U");
        assertThat(Multibase.decode("z2NEpo7TZRRrLZSi2U")).isEqualTo(hello);
        assertThat(Multibase.decode("z11")).isEqualTo(new byte[2]);
    }

    @Test
    void writes_base58btc_as_a_library_does() {
        Random random = new Random(58);
        for (int length = 1; length < 120; length++) {
            for (int zeros = 0; zeros <= Math.min(3, length); zeros++) {
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                Arrays.fill(bytes, 0, zeros, (byte) 0);
                assertThat(Multibase.base58(bytes))
                        .isEqualTo(com.apicatalog.multibase.Multibase.BASE_58_BTC.encode(bytes));
            }
        }
        byte[] most = new byte[64];
        Arrays.fill(most, (byte) -1);
        assertThat(Multibase.decodeBase58(Multibase.base58(most))).isEqualTo(most);
    }

    @Test
    void reads_and_writes_base64url() {
        assertThat(Multibase.base64Url(new byte[] {1, 2})).isEqualTo("uAQI");
        assertThat(Multibase.decode("uAQI")).isEqualTo(new byte[] {1, 2});
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2NEpo7", "z0", "zO", "zI", "zl", "z é", "mAQI", "uAQI="})
    void refuses_other_texts(String text) {
        assertThatThrownBy(() -> Multibase.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refuses_a_long_base58_text_unread() {
        assertThatThrownBy(() -> Multibase.decode("z" + "2".repeat(200_000))).hasMessageContaining("more than 1024");
    }
}
