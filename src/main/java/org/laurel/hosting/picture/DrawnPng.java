package org.laurel.hosting.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import javax.imageio.ImageIO;

/** Writes a drawing as PNG; no display and no installed font is asked for. */
final class DrawnPng {
    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false); // no file for each picture
    }

    private DrawnPng() {}

    static byte[] write(Drawing drawing) {
        return write(drawing, graphics -> {});
    }

    /** The same with something drawn on top. */
    static byte[] write(Drawing drawing, Consumer<Graphics2D> onTop) {
        BufferedImage image = new BufferedImage(drawing.width(), drawing.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            for (Drawing.Filled one : drawing.shapes()) {
                graphics.setColor(new Color(one.colour()));
                graphics.fill(one.shape());
            }
            onTop.accept(graphics);
        } finally {
            graphics.dispose();
        }
        return bytes(image);
    }

    /** A picture as PNG. */
    static byte[] bytes(BufferedImage image) {
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
