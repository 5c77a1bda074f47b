package org.laurel.document.carrier;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Finds the text of a QR code in a picture without a credential inside: a photograph or screenshot of a badge. */
public final class QrCode {
    private static final int LONGEST_SIDE = 4096;
    private static final int MOST_PIXELS = 16 << 20;
    /** Above this every second pixel is enough, and a quarter of the memory. */
    private static final int MANY_PIXELS = 4 << 20;

    private static final int MOST_SCANS = 64;

    private QrCode() {}

    /** Whether the bytes begin as a JPEG does. */
    public static boolean looksLikeJpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xD8 && (bytes[2] & 0xFF) == 0xFF;
    }

    /**
     * The text of the first QR code.
     *
     * @param picture a PNG or JPEG, at most 10 MiB, 4096 pixels a side
     * @return its text; empty when there is none that can be read
     * @throws CarrierException when the picture is too large or cannot be decoded
     */
    public static Optional<String> read(byte[] picture) throws CarrierException {
        Carriers.checkSize(picture);
        boolean png = PngCarrier.looksLike(picture);
        if (!png && scans(picture) > MOST_SCANS) {
            throw new CarrierException("the JPEG draws itself in more than " + MOST_SCANS + " scans");
        }
        BufferedImage image = decode(png ? PngCarrier.drawn(picture) : picture, png ? "png" : "jpeg");
        try {
            LuminanceSource light = light(image);
            Map<DecodeHintType, Object> hints = Map.of(DecodeHintType.TRY_HARDER, true);
            return Optional.of(new QRCodeReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(light)), hints)
                    .getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }

    private static BufferedImage decode(byte[] picture, String format) throws CarrierException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (MemoryCacheImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
                throw new CarrierException("no credential is inside, and with " + width + " × " + height
                        + " pixels the picture is too large to look for a QR code");
            }
            ImageReadParam how = reader.getDefaultReadParam();
            if ((long) width * height > MANY_PIXELS) {
                how.setSourceSubsampling(2, 2, 0, 0);
            }
            return reader.read(0, how);
        } catch (IOException | RuntimeException e) { // decoders answer nonsense with any of these
            throw new CarrierException("no credential is inside, and the picture cannot be decoded");
        } finally {
            reader.dispose();
        }
    }

    /** On white paper: codes are often drawn on nothing. */
    private static LuminanceSource light(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        for (int i = 0; i < pixels.length; i++) {
            if (pixels[i] >>> 24 < 0x80) {
                pixels[i] = 0xFFFFFFFF;
            }
        }
        return new RGBLuminanceSource(width, height, pixels);
    }

    /** How often a JPEG draws over itself: a small file can ask for hours of it. */
    private static int scans(byte[] jpeg) {
        int scans = 0;
        for (int i = 1; i < jpeg.length; i++) {
            if ((jpeg[i] & 0xFF) == 0xDA && (jpeg[i - 1] & 0xFF) == 0xFF) {
                scans++;
            }
        }
        return scans;
    }
}
