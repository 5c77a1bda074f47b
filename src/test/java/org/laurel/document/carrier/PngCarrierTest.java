package org.laurel.document.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngCarrierTest {
    private static final String JWS = "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2ln";

    static Stream<String> texts() {
        return Stream.of(
                JWS,
                "{\"name\":\"Laurel® “Botany” – 日本\"}",
                "{\"name\":\"👩‍🔬🏅 \\ud83c\\udfc5\"}",
                "{\"name\":\"Zoe\u0308 and Zo\u00EB are not equal\"}",
                "{\"name\":\"\u202Bעברית العربية\u202C\",\"a\":\"]]> &amp; <b>\"}",
                "{\n\t\"a\" : 1\r\n}");
    }

    @ParameterizedTest
    @MethodSource("texts")
    void what_goes_in_comes_out_to_the_byte(String text) throws CarrierException {
        CarriedCredential found =
                PngCarrier.find(PngCarrier.bake(Pictures.png(), text)).orElseThrow();
        assertThat(found.text()).isEqualTo(text);
        assertThat(found.carrier()).isEqualTo("png");
        assertThat(found.compressed()).isFalse();
        assertThat(found.notes()).containsExactly("it was inside a PNG");
    }

    @Test
    void baking_again_replaces_and_leaves_every_other_byte() throws CarrierException {
        byte[] plain = Pictures.with(Pictures.png(), "tEXt", Pictures.text("Author", "", "A".getBytes(UTF_8)));
        byte[] once = PngCarrier.bake(plain, JWS);
        assertThat(PngCarrier.bake(PngCarrier.bake(plain, "{}"), JWS)).isEqualTo(once);
        assertThat(Arrays.copyOf(once, plain.length - 12)).isEqualTo(Arrays.copyOf(plain, plain.length - 12));
    }

    @Test
    void a_picture_without_a_badge_is_no_fault() throws CarrierException {
        assertThat(PngCarrier.find(Pictures.png())).isEmpty();
        byte[] other = Pictures.with(Pictures.png(), "iTXt", Pictures.text("Title", "\0\0\0\0", JWS.getBytes(UTF_8)));
        assertThat(PngCarrier.find(other)).isEmpty();
    }

    @Test
    void compressed_text_is_read_and_told() throws CarrierException {
        byte[] packed = Pictures.deflated("{\"a\":\"®\"}".getBytes(UTF_8));
        for (byte[] png : new byte[][] {
            Pictures.with(Pictures.png(), "iTXt", Pictures.text("openbadgecredential", "\1\0en\0Badge\0", packed)),
            Pictures.with(Pictures.png(), "zTXt", Pictures.text("openbadgecredential", "\0", packed))
        }) {
            CarriedCredential found = PngCarrier.find(png).orElseThrow();
            assertThat(found.text()).isEqualTo("{\"a\":\"®\"}");
            assertThat(found.compressed()).isTrue();
            assertThat(found.notes()).contains("it was compressed there, which OB 3.0 does not allow");
        }
    }

    @Test
    void the_first_of_two_is_taken_and_the_second_told() throws CarrierException {
        byte[] one = PngCarrier.bake(Pictures.png(), "{\"n\":1}");
        byte[] two = Pictures.with(one, "iTXt", Pictures.text("openbadges", "\0\0\0\0", "{}".getBytes(UTF_8)));
        CarriedCredential found = PngCarrier.find(two).orElseThrow();
        assertThat(found.text()).isEqualTo("{\"n\":1}");
        assertThat(found.notes()).contains("the PNG holds 2 credentials, of which the first is judged");
    }

    @Test
    void the_keywords_of_older_badges_and_records_are_known() throws CarrierException {
        byte[] ob2 =
                Pictures.with(Pictures.png(), "iTXt", Pictures.text("openbadges", "\0\0\0\0", JWS.getBytes(UTF_8)));
        assertThat(PngCarrier.find(ob2).orElseThrow().notes()).contains("it is marked as an Open Badge 2.0");
        byte[] clr =
                Pictures.with(Pictures.png(), "iTXt", Pictures.text("clrcredential", "\0\0\0\0", JWS.getBytes(UTF_8)));
        assertThat(PngCarrier.find(clr).orElseThrow().text()).isEqualTo(JWS);
    }

    @Test
    void a_bomb_is_not_unfolded() {
        byte[] bomb = Pictures.deflated(new byte[256 << 20]);
        assertFault(
                Pictures.with(Pictures.png(), "iTXt", Pictures.text("openbadgecredential", "\1\0\0\0", bomb)),
                "inflates beyond 1 MiB");
        assertFault(
                Pictures.with(
                        Pictures.png(),
                        "iTXt",
                        Pictures.text("openbadgecredential", "\0\0\0\0", new byte[(1 << 20) + 1])),
                "the credential inside is larger than 1 MiB");
    }

    @Test
    void a_changed_byte_and_a_lying_length_are_found() throws CarrierException {
        byte[] baked = PngCarrier.bake(Pictures.png(), JWS);
        byte[] changed = baked.clone();
        changed[baked.length - 20] ^= 1;
        assertFault(changed, "chunk iTXt at byte \\d+ has a wrong CRC");
        byte[] lying = baked.clone();
        lying[8] = 0x7F;
        assertFault(lying, "chunk IHDR at byte 8 says that it has 2130706445 bytes, which lies past the end");
        lying[8] = (byte) 0xFF;
        assertFault(lying, "lies past the end");
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 20, 33, 60})
    void a_truncated_picture_is_found(int length) throws CarrierException {
        assertFault(Arrays.copyOf(PngCarrier.bake(Pictures.png(), JWS), length), "without an IEND chunk|past the end");
    }

    @Test
    void malformed_text_chunks_are_found() {
        assertBadText("", "is too short");
        assertBadText("\2\0\0\0x", "compression flag 2");
        assertBadText("\1\7\0\0x", "compression method 7");
        assertBadText("\0\0en", "is too short");
        assertBadText("\1\0\0\0no zlib", "cannot be inflated");
        assertBadText("\1\0\0\0", "breaks off");
        assertBadText("\0\0\0\0\u00FF\u00FE", "not UTF-8");
    }

    @Test
    void what_is_no_png_or_too_large_is_refused() {
        assertFault("hello, world".getBytes(UTF_8), "this is no PNG");
        assertFault(new byte[(10 << 20) + 1], "larger than 10 MiB");
        byte[] png = Pictures.png();
        png[12] = 'J';
        assertFault(png, "has a wrong CRC");
        png[12] = ' ';
        assertFault(png, "has no chunk at byte 8 where one should begin");
        assertFault(PngChunk.signature(), "without an IEND chunk");
        byte[] headless = Pictures.with(new byte[8 + 12], "iTXt", new byte[0]);
        System.arraycopy(PngChunk.signature(), 0, headless, 0, 8);
        assertFault(headless, "does not begin with an IHDR chunk");
    }

    private static void assertBadText(String rest, String fault) {
        assertFault(
                Pictures.with(Pictures.png(), "iTXt", Pictures.text("openbadgecredential", rest, new byte[0])), fault);
    }

    private static void assertFault(byte[] png, String fault) {
        assertThatExceptionOfType(CarrierException.class)
                .isThrownBy(() -> PngCarrier.find(png))
                .withMessageMatching("(?s).*(?:" + fault + ").*");
    }
}
