package org.laurel.issuing.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.laurel.shared.encoding.Hex;
import org.laurel.shared.encoding.Sha256;

/**
 * A picture as it is kept: a PNG that was written here, with pixels and nothing else in it.
 *
 * @param digest SHA-256 of it, in hexadecimal; its name
 * @param png its bytes
 * @param width in pixels
 * @param height in pixels
 */
@SuppressWarnings("ArrayRecordComponent") // kept, never compared
public record CleanPicture(String digest, byte[] png, int width, int height) {
    /** The longest side that is kept: twice what a page shows. */
    static final int LONGEST = 1200;

    /** Writes the pixels; those of a larger picture are fewer. */
    static CleanPicture of(BufferedImage image) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = Math.min(1, (double) LONGEST / longest);
        BufferedImage drawn = image;
        while (drawn.getWidth() * 0.5 > image.getWidth() * scale) {
            drawn = scaled(
                    drawn,
                    drawn.getWidth() / 2,
                    Math.max(1, drawn.getHeight() / 2)); // in halves, so that no line is lost
        }
        BufferedImage last = scaled(drawn, Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                Math.round(image.getHeight() * scale)));
        byte[] png = png(last);
        return new CleanPicture(Hex.encode(Sha256.of(png)), png, last.getWidth(), last.getHeight());
    }

    private static BufferedImage scaled(BufferedImage image, int width, int height) {
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = made.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, width, height, null);
        } finally {
            graphics.dispose();
        }
        return made;
    }

    private static byte[] png(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("the JDK writes PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
