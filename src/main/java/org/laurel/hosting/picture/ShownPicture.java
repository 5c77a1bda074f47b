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

    /** Draws it as large as fits, in the middle of a square. */
    void draw(Graphics2D graphics, int left, int top, int side) {
        BufferedImage image = image();
        double scale = (double) side / Math.max(image.getWidth(), image.getHeight());
        int width = (int) Math.round(image.getWidth() * scale);
        int height = (int) Math.round(image.getHeight() * scale);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(image, left + (side - width) / 2, top + (side - height) / 2, width, height, null);
    }

    private BufferedImage image() {
        try {
            return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(png)), "the JDK reads PNG");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
