package org.laurel.hosting.picture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.ImageIO;

/**
 * The picture of a badge whose maker gave one.
 *
 * @param png a PNG that was written here
 * @param caption what it shows, for those who do not see it
 */
@SuppressWarnings("ArrayRecordComponent") // drawn, never compared
public record ShownPicture(byte[] png, String caption) {

    /** As SVG: the picture within, and what it shows as text. */
    public byte[] svg() {
        BufferedImage image = image();
        String size = "width=\"" + image.getWidth() + "\" height=\"" + image.getHeight() + "\"";
        String text = DrawnSvg.escaped(caption);
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" " + size
                        + " viewBox=\"0 0 " + image.getWidth() + " " + image.getHeight()
                        + "\" role=\"img\"><title>" + text + "</title><image " + size
                        + " href=\"data:image/png;base64," + Base64.getEncoder().encodeToString(png) + "\"/></svg>\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** How large it is shown, in the unit that was asked in. */
    public record Size(int width, int height) {
        static Size of(BufferedImage image, int width, int height) {
            double scale = Math.min((double) width / image.getWidth(), (double) height / image.getHeight());
            return new Size(Math.max(1, (int) Math.round(image.getWidth() * scale)), Math.max(1, (int)
                    Math.round(image.getHeight() * scale)));
        }
    }

    /** As large as fits, in its own proportions; at least 1 each way. */
    public Size within(int width, int height) {
        return Size.of(image(), width, height);
    }

    /** Draws it as large as fits, in the middle of a square. */
    void draw(Graphics2D graphics, int left, int top, int side) {
        BufferedImage image = image();
        Size size = Size.of(image, side, side);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(
                image,
                left + (side - size.width()) / 2,
                top + (side - size.height()) / 2,
                size.width(),
                size.height(),
                null);
    }

    private BufferedImage image() {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "the JDK reads PNG");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
