package org.laurel.issuing.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes PNG and JPEG; how many pixels there are is known before one of them is decoded. */
final class PixelPicture {
    private static final int SHORTEST = 90; // what OB 2.0 asked for, and what can still be made out
    private static final int LONGEST = 4096;
    private static final long MOST = 16_000_000;

    private PixelPicture() {}

    /** The first picture of the file: of an animation, the one for those who show none. */
    static BufferedImage read(byte[] bytes, UploadedPicture.Kind kind) throws PictureException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(in, true, true); // metadata is passed over, not read
            checkSize(reader.getWidth(0), reader.getHeight(0));
            return reader.read(0);
        } catch (IOException | RuntimeException e) {
            // the readers of the JDK throw either for a file that is broken
            throw new PictureException(
                    "the " + kind + " cannot be decoded; it may be broken, or a JPEG of four colours (CMYK)");
        } finally {
            reader.dispose();
        }
    }

    static void checkSize(int width, int height) throws PictureException {
        if (width < SHORTEST
                || height < SHORTEST
                || width > LONGEST
                || height > LONGEST
                || (long) width * height > MOST) {
            throw new PictureException("expected from " + SHORTEST + " to " + LONGEST
                    + " pixels a side and at most 16 megapixels, got " + width + " by " + height);
        }
    }
}
