package org.laurel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.PdfCarrier;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.QrCode;
import org.laurel.document.carrier.SvgCarrier;

/** Pictures and PDFs: each is read, or refused as the carriers declare; what is baked into one comes out again. */
class CarriersFuzzTest {
    private static final String CREDENTIAL = "{\"name\":\"® “x” 😀 שלום ]]> & <\"}";

    @FuzzTest
    void what_is_baked_into_a_png_comes_out_again(byte[] data) throws CarrierException {
        byte[] baked;
        try {
            assertThat(PngCarrier.find(data)).isNotNull();
            baked = PngCarrier.bake(data, CREDENTIAL);
        } catch (CarrierException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(PngCarrier.find(baked).orElseThrow().text()).isEqualTo(CREDENTIAL);
    }

    @FuzzTest
    void what_is_baked_into_an_svg_comes_out_again(byte[] data) throws CarrierException {
        byte[] baked;
        try {
            assertThat(SvgCarrier.find(data)).isNotNull();
            baked = SvgCarrier.bake(data, CREDENTIAL);
        } catch (CarrierException e) {
            assertThat(e.getMessage()).isNotBlank();
            return;
        }
        assertThat(SvgCarrier.find(baked).orElseThrow().text())
                .as(new String(baked, StandardCharsets.UTF_8))
                .isEqualTo(CREDENTIAL);
    }

    @FuzzTest
    void a_credential_is_found_in_a_pdf_or_not(byte[] data) {
        try {
            assertThat(PdfCarrier.find(data)).isNotNull();
        } catch (CarrierException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    @FuzzTest
    void a_code_is_found_in_a_picture_or_not(byte[] data) {
        if (!PngCarrier.looksLike(data) && !QrCode.looksLikeJpeg(data)) {
            return; // others never get there
        }
        try {
            assertThat(QrCode.read(data)).isNotNull();
        } catch (CarrierException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
