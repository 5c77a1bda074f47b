package org.laurel.shared.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] KEY = RANDOM.generateSeed(32);
    private static final byte[] PLAIN = "ada@example.org".getBytes(StandardCharsets.UTF_8);

    @Test
    void what_is_sealed_can_be_opened_with_the_same_key_and_context() {
        byte[] sealed = AesGcm.seal(KEY, PLAIN, "person/1/2", RANDOM);
        assertThat(sealed).hasSize(12 + PLAIN.length + 16);
        assertThat(AesGcm.open(KEY, sealed, "person/1/2")).isEqualTo(PLAIN);
        assertThat(AesGcm.open(KEY, AesGcm.seal(KEY, new byte[0], "c", RANDOM), "c"))
                .isEmpty();
    }

    @Test
    void the_same_text_never_looks_the_same() {
        assertThat(AesGcm.seal(KEY, PLAIN, "c", RANDOM)).isNotEqualTo(AesGcm.seal(KEY, PLAIN, "c", RANDOM));
    }

    @Test
    void another_context_or_key_opens_nothing() {
        byte[] sealed = AesGcm.seal(KEY, PLAIN, "person/1/2", RANDOM);
        assertThatThrownBy(() -> AesGcm.open(KEY, sealed, "person/1/3")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> AesGcm.open(new byte[32], sealed, "person/1/2"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("ada");
    }

    @Test
    void not_one_bit_may_change() {
        byte[] sealed = AesGcm.seal(KEY, PLAIN, "c", RANDOM);
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> AesGcm.open(KEY, changed, "c")).isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 11, 12, 27, 42})
    void what_is_cut_off_cannot_be_opened(int length) {
        byte[] sealed = Arrays.copyOf(AesGcm.seal(KEY, PLAIN, "c", RANDOM), length);
        assertThatThrownBy(() -> AesGcm.open(KEY, sealed, "c")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void every_purpose_has_a_key_of_its_own() {
        MasterKey master = new MasterKey(Base64.getEncoder().encodeToString(KEY));
        assertThat(master.derive("person-keys")).hasSize(32).isEqualTo(master.derive("person-keys"));
        assertThat(master.derive("person-keys")).isNotEqualTo(master.derive("issuer-keys"));
        assertThat(new MasterKey(Base64.getEncoder().encodeToString(new byte[32])).derive("person-keys"))
                .isNotEqualTo(master.derive("person-keys"));
        assertThat(master).hasToString("MasterKey");
    }

    @Test
    void a_purpose_key_is_hkdf() {
        // RFC 5869, salt "laurel/master/v1", info "x", 32 bytes: computed with Python's hmac
        MasterKey master = new MasterKey(Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(HexFormat.of().formatHex(master.derive("x")))
                .isEqualTo("7b3d8c6b803c6d36de6053ac4aaa5d9a752874b9dde8bdbfe1c1764f10252a41");
    }

    @Test
    void base64_and_base64url_are_the_same_key() {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) 0xfb);
        byte[] expected = new MasterKey(Base64.getEncoder().encodeToString(bytes)).derive("x");
        assertThat(new MasterKey(Base64.getUrlEncoder().encodeToString(bytes)).derive("x"))
                .isEqualTo(expected);
        assertThat(new MasterKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "\n").derive("x"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ=", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MA==", "not base64!"})
    void a_short_or_garbled_master_key_is_refused_by_its_name(String text) {
        assertThatThrownBy(() -> new MasterKey(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("LAUREL_MASTER_KEY");
    }
}
