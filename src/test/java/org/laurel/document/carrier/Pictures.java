package org.laurel.document.carrier;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;

/** Small pictures for tests, sound and unsound. */
public final class Pictures {
    /** A drawing with nothing inside. */
    public static final String SVG =
            "<?xml version=\"1.0\"?>\r\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\">\r\n"
                    + "<title>®😀</title><circle r=\"4\"/></svg>";

    private Pictures() {}

    /** A PNG with nothing inside. */
    public static byte[] png() {
        return encoded(new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "png");
    }

    /** A picture of a QR code on nothing, {@code png} or {@code jpeg}. */
    public static byte[] qr(String text, String format) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 600, 600);
            boolean png = format.equals("png");
            BufferedImage image =
                    new BufferedImage(600, 600, png ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
            for (int x = 0; x < 600; x++) {
                for (int y = 0; y < 600; y++) {
                    image.setRGB(x, y, code.get(x, y) ? 0xFF000000 : png ? 0 : 0xFFFFFFFF);
                }
            }
            return encoded(image, format);
        } catch (WriterException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The picture with another chunk before IEND. */
    public static byte[] with(byte[] png, String type, byte[] data) {
        int before = png.length - 12;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, before);
        out.writeBytes(PngChunk.framed(type, data));
        out.write(png, before, 12);
        return out.toByteArray();
    }

    /** The data of a text chunk: keyword, what stands between, text. */
    public static byte[] text(String keyword, String between, byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes((keyword + "\0" + between).getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(text);
        return out.toByteArray();
    }

    /** The bytes in zlib's form. */
    public static byte[] deflated(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(out, new Deflater(9))) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The picture in a format of ImageIO's. */
    static byte[] encoded(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            if (!ImageIO.write(image, format, out)) {
                throw new IllegalArgumentException(format);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
