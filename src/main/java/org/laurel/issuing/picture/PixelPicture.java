package org.laurel.issuing.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Decodes PNG and JPEG; how many pixels there are is known before one of them is decoded. */
final class PixelPicture {
    private static final int SHORTEST = 90; // what OB 2.0 asked for, and what can still be made out
    private static final int LONGEST = 4096;
    private static final long MOST = 16_000_000;
    /** What libjpeg says of a file that it filled with grey. */
    private static final Pattern BROKEN = Pattern.compile("(?i)premature|corrupt|truncated|unsupported marker");

    private PixelPicture() {}

    /** The first picture of the file: of an animation, the one for those who show none. */
    static BufferedImage read(byte[] bytes, UploadedPicture.Kind kind) throws PictureException {
        Iterator<ImageReader> readers =
                ImageIO.getImageReadersByFormatName(kind.name().toLowerCase(Locale.ROOT));
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            AtomicBoolean broken = new AtomicBoolean();
            reader.addIIOReadWarningListener((source, warning) ->
                    broken.compareAndSet(false, BROKEN.matcher(warning).find()));
            reader.setInput(in, true, true); // metadata is passed over, not read
            checkSize(reader.getWidth(0), reader.getHeight(0));
            BufferedImage image = reader.read(0);
            if (broken.get()) {
                throw new PictureException("the " + kind + " is cut off or broken");
            }
            return kind == UploadedPicture.Kind.JPEG
                    ? ExifOrientation.upright(image, ExifOrientation.of(bytes))
                    : image;
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
