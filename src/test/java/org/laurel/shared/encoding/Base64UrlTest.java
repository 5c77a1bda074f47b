package org.laurel.shared.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

    @Test
    void reads_what_it_writes() {
        byte[] bytes = {0, -1, 62, 63, 7};
        assertThat(Base64Url.decode(Base64Url.encode(bytes))).isEqualTo(bytes);
        assertThat(Base64Url.encode(new byte[] {(byte) 0xfb, (byte) 0xff})).isEqualTo("-_8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-_8=", "-_9", "A", "+/8", "-_8 ", "-_8\n", "é"})
    void refuses_every_other_spelling(String text) {
        assertThatThrownBy(() -> Base64Url.decode(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
