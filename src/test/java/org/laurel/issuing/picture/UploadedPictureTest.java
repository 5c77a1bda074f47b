package org.laurel.issuing.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedPictureTest {
    private static final String SVG = "image/svg+xml";

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_BYTE_INDEXED,
                BufferedImage.TYPE_BYTE_GRAY,
                BufferedImage.TYPE_USHORT_GRAY,
                BufferedImage.TYPE_BYTE_BINARY
            })
    void pngs_of_every_kind_are_taken(int type) throws Exception {
        CleanPicture picture = UploadedPicture.read(png(type, 200, 100), "image/png");
        assertThat(picture.width()).isEqualTo(200);
        assertThat(picture.height()).isEqualTo(100);
        int there = image(type, 200, 100).getRGB(100, 50);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.png())).getRGB(100, 50) >> 24)
                .as("opaque")
                .isEqualTo(there >> 24);
        if (type == BufferedImage.TYPE_INT_ARGB || type == BufferedImage.TYPE_BYTE_INDEXED) {
            assertRed(picture, 100, 50);
        }
    }

    @Test
    void an_interlaced_png_is_taken() throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam how = writer.getDefaultWriteParam();
        how.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.setOutput(new MemoryCacheImageOutputStream(out) {
            @Override
            public void close() throws IOException {
                flush();
            }
        });
        writer.write(null, new IIOImage(image(BufferedImage.TYPE_INT_ARGB, 120, 120), null, null), how);
        ((MemoryCacheImageOutputStream) writer.getOutput()).flush();
        assertThat(out.toByteArray()[28]).as("interlace method").isEqualTo((byte) 1);
        assertRed(UploadedPicture.read(out.toByteArray(), "image/png"), 60, 60);
    }

    @Test
    void of_an_animation_the_still_picture_is_taken() throws Exception {
        byte[] still = png(BufferedImage.TYPE_INT_ARGB, 120, 120);
        byte[] animated = withChunk(still, "acTL", new byte[8]);
        assertRed(UploadedPicture.read(animated, "image/png"), 60, 60);
    }

    @Test
    void nothing_but_pixels_is_kept() throws Exception {
        byte[] told = withChunk(
                png(BufferedImage.TYPE_INT_ARGB, 120, 120),
                "tEXt",
                "Author\0Ada".getBytes(StandardCharsets.ISO_8859_1));
        byte[] tail = Arrays.copyOf(told, told.length + 9);
        System.arraycopy("<script/>".getBytes(StandardCharsets.UTF_8), 0, tail, told.length, 9);
        byte[] kept = UploadedPicture.read(tail, "image/png").png();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Ada", "tEXt", "<script");
    }

    @Test
    void a_larger_picture_is_made_smaller_and_keeps_its_shape() throws Exception {
        CleanPicture picture = UploadedPicture.read(png(BufferedImage.TYPE_INT_RGB, 4000, 1000), "image/png");
        assertThat(picture.width()).isEqualTo(1200);
        assertThat(picture.height()).isEqualTo(300);
        assertRed(picture, 600, 150);
    }

    @Test
    void a_jpeg_is_taken() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image(BufferedImage.TYPE_INT_RGB, 150, 150), "jpg", out);
        assertRed(UploadedPicture.read(out.toByteArray(), "image/jpeg; x=y"), 75, 75);
    }

    @Test
    void a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() throws Exception {
        byte[] bomb = png(BufferedImage.TYPE_BYTE_BINARY, 120, 120);
        ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000); // IHDR claims 3.6 gigapixels
        CRC32 crc = new CRC32();
        crc.update(bomb, 12, 17);
        ByteBuffer.wrap(bomb).putInt(29, (int) crc.getValue());
        assertRefused(bomb, "image/png", "got 60000 by 60000");
        assertRefused(png(BufferedImage.TYPE_INT_RGB, 89, 200), "image/png", "got 89 by 200");
    }

    @Test
    void broken_and_disguised_files_are_refused() throws Exception {
        byte[] png = png(BufferedImage.TYPE_INT_RGB, 200, 200);
        assertRefused(Arrays.copyOf(png, png.length / 2), "image/png", "cannot be decoded");
        assertRefused(png, "image/jpeg", "its content is image/png");
        assertRefused("GIF89a".getBytes(StandardCharsets.UTF_8), "image/png", "begins as none of them");
        assertRefused(new byte[0], "image/png", "begins as none of them");
        assertRefused(new byte[UploadedPicture.MOST_BYTES + 1], "image/png", "at most 1 MiB");
    }

    @Test
    void an_svg_becomes_pixels() throws Exception {
        CleanPicture picture = UploadedPicture.read(
                svg("<defs><g id='r'><rect x='10' y='10' width='80' height='30' fill='red'/></g></defs>"
                        + "<use href='#r'/><style>rect { stroke: blue }</style>"),
                SVG);
        assertThat(picture.width()).isEqualTo(1200);
        assertThat(picture.height()).isEqualTo(600);
        assertRed(picture, 500, 300);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>x()</script> | script",
                "<foreignObject/> | foreignObject",
                "<image href='https://evil.example/x.png'/> | image",
                "<filter id='f'><feTurbulence/></filter> | filter",
                "<pattern id='p'/> | pattern",
                "<rect onload='x()'/> | onload",
                "<use href='https://evil.example/x.svg#a'/> | elsewhere",
                "<rect style='fill:url(https://evil.example/x)'/> | fetches",
                "<rect fill='url(data:x)'/> | fetches",
                "<style>@import 'https://evil.example/x.css';</style> | fetches",
                "<style>rect{fill:u\\72l(//evil.example)}</style> | escapes",
                "<path d='M0 0h1e6' stroke-dasharray='0.0001'/> | dashed",
                "<style>path{stroke-dasharray:0.0001}</style> | dashes",
                "<mask id='m'><rect width='9' height='9'/></mask> | mask",
                "<g mask='url(#m)'/> | mask",
                "<clipPath id='c'><g><rect/></g></clipPath> | within a clip",
                "<clipPath id='c'><rect clip-path='url(#c)'/></clipPath> | clip within a clip",
                "<g style='clip-path:url(#c)'/> | clips",
                "<rect xmlns='' width='1' height='1'/> | rect is not taken",
                "<rect xmlns='https://elsewhere.example/' onload='x()'/> | rect is not taken",
                "<x:rect xmlns:x='https://elsewhere.example/'/> | rect is not taken",
                "<style>@im<!-- -->port 'https://evil.example/x.css';</style> | fetches",
                "<style>@im<![CDATA[port]]> 'https://evil.example/x.css';</style> | fetches",
                "<style>rect{fill:u&#114;l(//evil.example)}</style> | fetches",
                "<rect style='fill:ur/**/l(https://evil.example/x)'/> | fetches",
                "<g style='x:\"/*\"; clip-path:url(#c); y:\"*/\"'/> | clips",
                "<?xml-stylesheet href='https://evil.example/x.css'?> | instruction",
                "<rect id='a'/><rect id='a'/> | twice",
                "<g> | well-formed"
            })
    void an_svg_that_runs_fetches_or_costs_without_end_is_refused(String inner, String why) {
        assertRefused(svg(inner), SVG, why);
    }

    @Test
    void entities_and_doctypes_are_refused() {
        String doctype = "<!DOCTYPE svg [<!ENTITY a 'b'>]>";
        assertRefused(
                (doctype + "<svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>").getBytes(StandardCharsets.UTF_8),
                SVG,
                "DOCTYPE");
    }

    @Test
    void what_is_used_again_counts_as_often_as_it_is() {
        StringBuilder laughs = new StringBuilder("<defs><g id='a0'><rect width='1' height='1'/></g>");
        for (int level = 1; level <= 9; level++) {
            laughs.append("<g id='a").append(level).append("'>");
            laughs.append(("<use href='#a" + (level - 1) + "'/>").repeat(10)).append("</g>");
        }
        assertRefused(svg(laughs + "</defs><use href='#a9'/>"), SVG, "too much to draw");
    }

    @Test
    void too_many_and_too_deep_elements_are_refused() {
        assertRefused(svg("<g>".repeat(100) + "</g>".repeat(100)), SVG, "deep");
        assertRefused(svg("<rect/>".repeat(20_000)), SVG, "at most 10000 elements");
    }

    @Test
    void long_paths_long_texts_and_many_clips_cost_too_much() {
        assertRefused(svg("<path d='M0 0" + "l1 1".repeat(60_000) + "'/>"), SVG, "too much to draw");
        String thousand = "<path id='p' d='M0 0" + "l1 1".repeat(1_000) + "'/>";
        assertRefused(svg(thousand + "<use href='#p'/>".repeat(60)), SVG, "too much to draw");
        assertRefused(svg("<text>" + "a".repeat(9_000) + "</text>"), SVG, "too much to draw");
        String clip = "<clipPath id='c'><circle r='9'/></clipPath>";
        assertRefused(svg(clip + "<g clip-path='url(#c)'/>".repeat(60)), SVG, "too much to draw");
        String heavy = "<clipPath id='c'><path d='M0 0" + "l1 1".repeat(2_000) + "'/></clipPath>";
        assertRefused(svg(heavy + "<g clip-path='url(#c)'/>"), SVG, "too much to draw");
    }

    @Test
    void what_is_let_through_at_the_bound_is_drawn_in_time() throws Exception {
        String gradient = "<linearGradient id='l'><stop stop-color='red'/><stop offset='1' stop-color='blue'"
                + " stop-opacity='0.5'/></linearGradient>";
        CleanPicture drawn = UploadedPicture.read(
                svg(gradient + "<clipPath id='c'><circle cx='50' cy='25' r='24'/></clipPath><g clip-path='url(#c)'>"
                        + "<rect width='100' height='50' opacity='0.5' fill='url(#l)'/>".repeat(100) + "</g>"),
                SVG);
        assertThat(drawn.width()).isEqualTo(1200);
    }

    @Test
    void what_editors_leave_behind_is_passed_over() throws Exception {
        UploadedPicture.read(
                svg("<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:li/></rdf:RDF>"
                        + "</metadata><s:namedview xmlns:s='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd'/>"
                        + "<rect width='9' height='9'/>"),
                SVG);
    }

    @Test
    void a_jpeg_that_was_cut_off_is_refused() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BufferedImage noise = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 90_000; i++) {
            noise.setRGB(i % 300, i / 300, i * 7919);
        }
        ImageIO.write(noise, "jpg", out);
        byte[] whole = out.toByteArray();
        UploadedPicture.read(whole, "image/jpeg");
        assertRefused(Arrays.copyOf(whole, whole.length / 2), "image/jpeg", "cut off");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void a_photograph_is_shown_as_it_was_seen(int orientation) throws Exception {
        BufferedImage seen = new BufferedImage(160, 120, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 80; x++) {
            for (int y = 0; y < 60; y++) {
                seen.setRGB(x, y, 0xff0000); // the upper left quarter is red
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(held(seen, orientation), "jpg", out);
        CleanPicture picture = UploadedPicture.read(withOrientation(out.toByteArray(), orientation), "image/jpeg");
        assertThat(picture.width()).isEqualTo(160);
        assertThat(picture.height()).isEqualTo(120);
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(picture.png()));
        assertThat(new Color(kept.getRGB(20, 20)).getRed()).isGreaterThan(200);
        assertThat(new Color(kept.getRGB(140, 20)).getRed()).isLessThan(50);
        assertThat(new Color(kept.getRGB(20, 100)).getRed()).isLessThan(50);
    }

    /** As a camera stores what is seen when it is held so: the table of Exif, the other way round. */
    private static BufferedImage held(BufferedImage seen, int orientation) {
        int width = seen.getWidth();
        int height = seen.getHeight();
        boolean turned = orientation >= 5;
        BufferedImage stored = new BufferedImage(turned ? height : width, turned ? width : height, seen.getType());
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                int right = width - 1 - x;
                int low = height - 1 - y;
                int column = new int[] {x, right, right, x, y, y, low, low}[orientation - 1];
                int row = new int[] {y, y, low, low, x, right, right, x}[orientation - 1];
                stored.setRGB(column, row, seen.getRGB(x, y));
            }
        }
        return stored;
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xffe1).putShort((short) 34);
        exif.put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1));
        exif.putShort((short) 0x4d4d).putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        ByteBuffer whole = ByteBuffer.allocate(jpeg.length + 36);
        return whole.put(jpeg, 0, 2)
                .put(exif.array())
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    @Test
    void an_svg_that_refers_to_itself_ends() {
        assertRefused(svg("<g id='a'><use href='#a'/></g>"), SVG, "cannot be read");
    }

    private static byte[] svg(String inner) {
        return ("<svg xmlns='http://www.w3.org/2000/svg' width='100' height='50'>" + inner + "</svg>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(byte[] bytes, String type, String why) {
        assertThatThrownBy(() -> UploadedPicture.read(bytes, type))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining(why);
    }

    private static void assertRed(CleanPicture picture, int x, int y) throws IOException {
        Color colour =
                new Color(ImageIO.read(new ByteArrayInputStream(picture.png())).getRGB(x, y));
        assertThat(colour.getRed()).as(String.format(Locale.ROOT, "%s", colour)).isGreaterThan(colour.getBlue());
    }

    private static byte[] png(int type, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image(type, width, height), "png", out);
        return out.toByteArray();
    }

    private static BufferedImage image(int type, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return image;
    }

    /** A chunk of this kind right behind the header. */
    private static byte[] withChunk(byte[] png, String type, byte[] data) {
        ByteBuffer chunk = ByteBuffer.allocate(12 + data.length);
        chunk.putInt(data.length).put(type.getBytes(StandardCharsets.US_ASCII)).put(data);
        CRC32 crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + data.length);
        chunk.putInt((int) crc.getValue());
        ByteBuffer made = ByteBuffer.allocate(png.length + chunk.capacity());
        made.put(png, 0, 33).put(chunk.array()).put(png, 33, png.length - 33);
        return made.array();
    }
}
