package org.laurel.document.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg"})
    void the_text_of_a_code_is_read(String format) throws CarrierException {
        byte[] picture = Pictures.qr("https://badges.example/c/1?a=b", format);
        assertThat(QrCode.looksLikeJpeg(picture)).isEqualTo(format.equals("jpeg"));
        assertThat(QrCode.read(picture)).contains("https://badges.example/c/1?a=b");
    }

    @Test
    void a_picture_without_a_code_is_no_fault() throws CarrierException {
        assertThat(QrCode.read(Pictures.png())).isEmpty();
    }

    @Test
    void a_picture_is_measured_before_it_is_decoded() {
        byte[] wide = Pictures.encoded(new BufferedImage(4097, 1, BufferedImage.TYPE_BYTE_BINARY), "png");
        assertFault(wide, "with 4097 × 1 pixels the picture is too large to look for a QR code");
    }

    @Test
    void a_large_picture_is_read_at_half_its_size() throws CarrierException {
        byte[] large = Pictures.encoded(new BufferedImage(4096, 4096, BufferedImage.TYPE_BYTE_BINARY), "png");
        assertThat(QrCode.read(large)).isEmpty();
    }

    @Test
    void what_is_written_beside_the_drawing_is_not_unfolded() throws CarrierException {
        byte[] bomb = Pictures.text("icc", "\0", Pictures.deflated(new byte[64 << 20]));
        assertThat(QrCode.read(Pictures.with(Pictures.qr("a.b.c", "png"), "iCCP", bomb)))
                .contains("a.b.c");
    }

    @Test
    void a_broken_picture_is_refused() {
        byte[] jpeg = Pictures.qr("x", "jpeg");
        assertFault(Arrays.copyOf(jpeg, 30), "the picture cannot be decoded");
        assertFault("hello".getBytes(UTF_8), "the picture cannot be decoded");
        byte[] scans = new byte[1000];
        for (int i = 0; i < scans.length; i += 2) {
            scans[i] = (byte) 0xFF;
            scans[i + 1] = (byte) 0xDA;
        }
        assertFault(scans, "more than 64 scans");
    }

    private static void assertFault(byte[] picture, String fault) {
        assertThatExceptionOfType(CarrierException.class)
                .isThrownBy(() -> QrCode.read(picture))
                .withMessageContaining(fault);
    }
}
