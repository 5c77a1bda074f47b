package org.laurel.hosting.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;

/** Each picture is left in target/pictures, to be looked at. */
class BadgePictureTest {
    private static final Path FOLDER = Path.of("target", "pictures");

    static List<BadgeFace> faces() {
        return List.of(
                new BadgeFace("Formative Assessment", "Oak Hill School District", "did:web:oak.example"),
                new BadgeFace(
                        "Designing Culturally Responsive Learning Experiences for Multilingual Learners in the Middle Grades",
                        "The Consolidated Independent School District of the Greater Rio Grande Valley",
                        "did:web:rio.example"),
                new BadgeFace("x".repeat(300), "y".repeat(200), "did:web:long.example"),
                new BadgeFace("تعليم القراءة في الصفوف الأولى", "مدرسة البلوط", "did:web:oak.example:ar"),
                new BadgeFace("形成性评价 🏅", "学校 – Grundschule Düsseldorf ®", "did:web:cjk.example"),
                new BadgeFace("<script>alert(1)</script> & \"more\"", "]]> O’Neill", "did:web:x.example"),
                new BadgeFace("", "", ""));
    }

    @ParameterizedTest
    @MethodSource("faces")
    void each_face_becomes_a_picture_that_stays_the_same(BadgeFace face) throws Exception {
        byte[] png = BadgePicture.png(face);
        byte[] svg = BadgePicture.svg(face);
        byte[] card = ShareCard.png(face, "Open Badge", "laurel.example", null);
        Files.createDirectories(FOLDER);
        String name = "face-" + faces().indexOf(face);
        Files.write(FOLDER.resolve(name + ".png"), png);
        Files.write(FOLDER.resolve(name + ".svg"), svg);
        Files.write(FOLDER.resolve(name + "-card.png"), card);
        assertThat(BadgePicture.png(face)).isEqualTo(png);
        assertThat(BadgePicture.svg(face)).isEqualTo(svg);
        assertThat(ShareCard.png(face, "Open Badge", "laurel.example", null)).isEqualTo(card);
        assertSize(png, 600, 600);
        assertSize(card, 1200, 630);
        assertThat(card.length).isLessThan(200_000);
        String credential = "{\"a\":\"]]>\"}";
        assertThat(PngCarrier.find(PngCarrier.bake(png, credential))
                        .orElseThrow()
                        .text())
                .isEqualTo(credential);
        assertThat(SvgCarrier.find(SvgCarrier.bake(svg, credential))
                        .orElseThrow()
                        .text())
                .isEqualTo(credential);
        assertThat(new String(svg, StandardCharsets.UTF_8)).doesNotContain("<script", "href", "<text");
    }

    @Test
    void what_the_font_lacks_is_a_box_that_is_seen() {
        assertThat(Letters.REGULAR.width("形", 1)).isEqualTo(0.76);
        assertThat(Letters.REGULAR.line("形", 10, 0, 0).getBounds2D().getWidth()).isGreaterThan(5);
        assertThat(Letters.REGULAR.width("\u202E\u200B", 1)).isZero();
    }

    @Test
    void letters_are_dark_enough_on_white() {
        for (int i = 0; i < 200; i++) {
            assertThat(contrastWithWhite(new BadgeFace("a", "b", "did:example:" + i).colour()))
                    .isGreaterThan(7);
        }
    }

    /** WCAG 2.2, contrast ratio. */
    private static double contrastWithWhite(int colour) {
        double light = 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
        return 1.05 / (light + 0.05);
    }

    private static double linear(int channel) {
        double part = (channel & 0xff) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static void assertSize(byte[] png, int width, int height) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(width);
        assertThat(image.getHeight()).isEqualTo(height);
    }
}
