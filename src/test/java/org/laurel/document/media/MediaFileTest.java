package org.laurel.document.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.MediaFiles;

class MediaFileTest {
    private static final String CANARY = "Canarina";
    private static final Map<String, byte[]> FILES = MediaFiles.all(CANARY);

    static Stream<String> names() {
        return FILES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_file_is_told_by_its_content_and_its_copy_says_nothing_of_who_made_it(String name) throws IOException {
        byte[] file = file(name);
        assertThat(MediaFiles.unpacked(file)).contains(CANARY);
        byte[] cleaned = cleaned(name, file);
        assertThat(MediaFiles.unpacked(cleaned)).doesNotContain(CANARY);
        byte[] again = cleaned(name, cleaned);
        assertThat(MediaFiles.unpacked(again)).doesNotContain(CANARY);
    }

    @ParameterizedTest
    @MethodSource("names")
    void what_is_called_something_else_is_refused(String name) {
        String other = name.endsWith("pdf") ? "plan.png" : "plan.pdf";
        assertRefused(other, file(name), "other-type");
        assertRefused("plan.txt", file(name), "other-type");
        assertRefused("plan.odp", file(name), "other-type");
    }

    @ParameterizedTest
    @MethodSource("names")
    void no_file_that_broke_off_or_was_changed_does_more_than_be_refused(String name) throws IOException {
        byte[] file = file(name);
        Random random = new Random(8);
        for (int i = 0; i < 200; i++) {
            byte[] broken = i % 2 == 0 ? Arrays.copyOf(file, 1 + random.nextInt(file.length)) : file.clone();
            for (int k = 0; k < i % 4; k++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt();
            }
            try {
                cleaned(name, broken);
            } catch (MediaException e) {
                assertThat(e.detail()).isNotEmpty().doesNotContain(CANARY);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"photo.png", "photo.gif", "photo.jpg"})
    void a_picture_looks_as_it_did(String name) throws IOException {
        BufferedImage before = ImageIO.read(new ByteArrayInputStream(file(name)));
        BufferedImage after = ImageIO.read(new ByteArrayInputStream(cleaned(name, file(name))));
        assertThat(after.getRGB(0, 0, 16, 8, null, 0, 16)).isEqualTo(before.getRGB(0, 0, 16, 8, null, 0, 16));
    }

    @Test
    void a_photograph_still_says_which_side_is_up() throws IOException {
        String cleaned = new String(cleaned("photo.jpg", file("photo.jpg")), StandardCharsets.ISO_8859_1);
        assertThat(cleaned).contains("Exif\0\0MM\0*\0\0\0\b\0\1\1\u0012\0\3\0\0\0\1\0\6");
        assertThat(cleaned).doesNotContain("Photoshop");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"talk.wav", "talk.ogg", "talk.m4a", "lesson.mp4", "lesson.mov", "lesson.webm", "photo.webp"})
    void what_points_into_a_recording_still_does(String name) throws IOException {
        assertThat(cleaned(name, file(name))).hasSameSizeAs(file(name));
    }

    @ParameterizedTest
    @CsvSource({"plan.pdf", "plan.docx", "plan.odt"})
    void words_are_read(String name) throws IOException {
        assertThat(open(name, file(name)).text(1000)).contains("A lesson");
        assertThat(open(name, file(name)).text(3)).hasSizeLessThan(4);
        assertThat(open(name, cleaned(name, file(name))).text(1000)).contains("A lesson");
    }

    @Test
    void texts_are_texts_throughout_and_nothing_is_taken_out_of_them() throws IOException {
        byte[] text = "# Lesson\n<b>Müller</b>, 7b\r\n".getBytes(StandardCharsets.UTF_8);
        for (String name : new String[] {"plan.txt", "plan.md", "plan.csv"}) {
            assertThat(open(name, text).isCleaned()).isFalse();
            assertThat(cleaned(name, text)).isEqualTo(text);
        }
        byte[] hidden = Arrays.copyOf("a".repeat(100_000).getBytes(StandardCharsets.UTF_8), 100_001);
        assertRefused("plan.txt", hidden, "other-type");
        assertRefused("plan.txt", new byte[0], "broken");
    }

    @Test
    void macros_are_refused_wherever_they_hide() {
        assertRefused("plan.docx", withEntry("word/vbaProject.bin", "application/vnd.openxmlformats"), "macros");
        assertRefused(
                "plan.docx",
                withEntry("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
                "macros");
        Map<String, byte[]> odt = new LinkedHashMap<>();
        odt.put("mimetype", "application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.UTF_8));
        odt.put("Basic/Standard/Module1.xml", new byte[10]);
        assertRefused("plan.odt", MediaFiles.zip(odt), "macros");
    }

    private static byte[] withEntry(String entry, String type) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("[Content_Types].xml", ("<Types ContentType=\"" + type + "\"/>").getBytes(StandardCharsets.UTF_8));
        entries.put(entry, new byte[10]);
        return MediaFiles.zip(entries);
    }

    @Test
    void a_package_that_is_far_larger_unpacked_is_refused_and_so_is_one_with_too_much_in_it() {
        Map<String, byte[]> bomb = new LinkedHashMap<>();
        bomb.put(
                "[Content_Types].xml",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
                        .getBytes(StandardCharsets.UTF_8));
        bomb.put("word/media/zeros.bin", new byte[60 << 20]);
        assertRefused("plan.docx", MediaFiles.zip(bomb), "too-much");
        bomb.remove("word/media/zeros.bin");
        bomb.put("word/document.xml", new byte[65 << 20]);
        assertRefused("plan.docx", MediaFiles.zip(bomb), "too-much");
        bomb.remove("word/document.xml");
        for (int i = 0; i < 10_001; i++) {
            bomb.put("word/" + i + ".bin", new byte[0]);
        }
        assertRefused("plan.docx", MediaFiles.zip(bomb), "too-much");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/Type /ObjStm /N 1 /First 4", "/Type /Obj#53tm", "", "/Subtype /Image /Type /XRef"})
    void a_pdf_whose_streams_are_far_larger_unpacked_is_refused_before_it_is_parsed(String dictionary) {
        byte[] zeros = deflated(new byte[40 << 20]);
        byte[] pdf = joined(
                ("%PDF-1.7\n1 0 obj\n<<" + dictionary + " /Filter /FlateDecode /Length " + zeros.length
                                + ">>\nstream\n")
                        .getBytes(StandardCharsets.US_ASCII),
                zeros,
                "\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF".getBytes(StandardCharsets.US_ASCII));
        assertRefused("plan.pdf", pdf, "too-much");
    }

    @Test
    void a_pdf_that_is_squeezed_twice_gives_no_words() throws IOException {
        byte[] twice = deflated(deflated(new byte[200 << 20]));
        byte[] pdf;
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSStream content = document.getDocument().createCOSStream();
            try (OutputStream out = content.createRawOutputStream()) {
                out.write(twice);
            }
            COSArray filters = new COSArray();
            filters.add(COSName.FLATE_DECODE);
            filters.add(COSName.FLATE_DECODE);
            content.setItem(COSName.FILTER, filters);
            page.getCOSObject().setItem(COSName.CONTENTS, content);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            pdf = out.toByteArray();
        }
        assertThat(open("plan.pdf", pdf).text(1000)).isEmpty();
    }

    private static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    @Test
    void a_recording_of_countless_boxes_is_refused() {
        byte[] boxes = new byte[8 * 200_000];
        for (int i = 0; i < boxes.length; i += 8) {
            boxes[i + 3] = 8;
            boxes[i + 4] = 'x';
        }
        assertRefused("lesson.mp4", joined(file("lesson.mp4"), boxes), "too-much");
    }

    @Test
    void packages_within_packages_end_soon() {
        byte[] inner = MediaFiles.docx(CANARY, "x");
        for (int i = 0; i < 3; i++) {
            inner = MediaFiles.zip(Map.of(
                    "[Content_Types].xml",
                    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
                            .getBytes(StandardCharsets.UTF_8),
                    "word/embeddings/inner.docx",
                    inner));
        }
        assertRefused("plan.docx", inner, "too-much");
    }

    @Test
    void what_a_password_protects_is_refused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "secret", new AccessPermission()));
            document.save(out);
        }
        assertRefused("plan.pdf", out.toByteArray(), "protected");
    }

    private static byte[] file(String name) {
        byte[] file = FILES.get(name);
        assertThat(file).as(name).isNotNull();
        return file == null ? new byte[0] : file;
    }

    private static MediaFile open(String name, byte[] file) throws IOException {
        return MediaFile.open(
                new SeekableInMemoryByteChannel(file), MediaKind.ofName(name).orElseThrow());
    }

    private static byte[] cleaned(String name, byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        open(name, file).clean(out);
        return out.toByteArray();
    }

    private static void assertRefused(String name, byte[] file, String code) {
        assertThatThrownBy(() -> cleaned(name, file))
                .as(name)
                .asInstanceOf(type(MediaException.class))
                .extracting(MediaException::code)
                .isEqualTo(code);
    }
}
