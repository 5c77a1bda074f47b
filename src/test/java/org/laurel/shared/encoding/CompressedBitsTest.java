package org.laurel.shared.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CompressedBitsTest {
    private static final byte[] BITS = new byte[16384];

    @Test
    void counts_from_the_most_significant_bit_of_the_first_byte() {
        byte[] bits = new byte[2];
        CompressedBits.set(bits, 0, true);
        CompressedBits.set(bits, 9, true);
        assertThat(bits).containsExactly(0x80, 0x40);
        assertThat(CompressedBits.get(bits, 9)).isTrue();
        CompressedBits.set(bits, 9, false);
        assertThat(bits).containsExactly(0x80, 0);
        assertThatThrownBy(() -> CompressedBits.get(bits, 16)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> CompressedBits.get(bits, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void writes_the_same_text_each_time_and_reads_it_back() {
        byte[] bits = BITS.clone();
        CompressedBits.set(bits, 94567, true);
        String text = CompressedBits.encode(bits);
        assertThat(text).isEqualTo(CompressedBits.encode(bits)).startsWith("uH4sIAAAAAAAA_");
        assertThat(CompressedBits.decode(text)).isEqualTo(bits);
    }

    @Test
    void reads_what_the_jdk_compresses() throws IOException {
        assertThat(CompressedBits.inflate(gzip(BITS))).isEqualTo(BITS);
    }

    @Test
    void stops_at_sixteen_mebibytes() throws IOException {
        assertThat(CompressedBits.inflate(gzip(new byte[CompressedBits.MAX_BYTES])))
                .hasSize(CompressedBits.MAX_BYTES);
        byte[] bomb = gzip(new byte[CompressedBits.MAX_BYTES + 1]);
        assertThatThrownBy(() -> CompressedBits.inflate(bomb)).hasMessageContaining("unfold to more than");
    }

    @Test
    void refuses_a_second_member_and_stray_bytes() throws IOException {
        byte[] one = gzip(BITS);
        byte[] two = Arrays.copyOf(one, one.length * 2);
        System.arraycopy(one, 0, two, one.length, one.length);
        assertThatThrownBy(() -> CompressedBits.inflate(two)).hasMessageContaining("exactly one gzip member");
        assertThatThrownBy(() -> CompressedBits.inflate(Arrays.copyOf(one, one.length + 1)))
                .hasMessageContaining("exactly one gzip member");
    }

    @Test
    void refuses_what_is_cut_short_or_damaged() throws IOException {
        byte[] one = gzip(BITS);
        for (int length = 0; length < one.length; length++) {
            byte[] cut = Arrays.copyOf(one, length);
            assertThatThrownBy(() -> CompressedBits.inflate(cut)).isInstanceOf(IllegalArgumentException.class);
        }
        one[one.length - 1] ^= 1;
        assertThatThrownBy(() -> CompressedBits.inflate(one)).hasMessageContaining("checksum");
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
