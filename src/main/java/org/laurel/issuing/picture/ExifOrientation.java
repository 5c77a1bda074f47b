package org.laurel.issuing.picture;

import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** How a camera was held (Exif 2.32 §4.6.4, tag 0x0112): read from the bytes alone, and applied to the pixels. */
final class ExifOrientation {
    private static final int APP1 = 0xffe1;
    private static final int START_OF_SCAN = 0xffda;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;
    private static final long EXIF = 0x457869660000L;
    private static final int MOST_ENTRIES = 200;

    private ExifOrientation() {}

    /** From 1 to 8; 1 when nothing is said, or nothing that can be read. */
    static int of(byte[] jpeg) {
        try {
            ByteBuffer in = ByteBuffer.wrap(jpeg);
            in.getShort(); // start of image
            while (in.remaining() > 4) {
                int marker = in.getShort() & 0xffff;
                int length = in.getShort() & 0xffff;
                if (marker == START_OF_SCAN || length < 2 || length - 2 > in.remaining()) {
                    return 1;
                }
                if (marker == APP1 && length > 16 && in.getLong(in.position()) >>> 16 == EXIF) {
                    return directory(in.slice(in.position() + 6, length - 8));
                }
                in.position(in.position() + length - 2);
            }
            return 1;
        } catch (BufferUnderflowException | IndexOutOfBoundsException e) {
            return 1; // broken metadata says nothing; the pixels are judged by their decoder
        }
    }

    private static int directory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int start = tiff.getInt(4);
        int entries = Math.min(MOST_ENTRIES, tiff.getShort(start) & 0xffff);
        for (int i = 0; i < entries; i++) {
            int entry = start + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8) & 0xffff;
                return value >= 1 && value <= 8 ? value : 1;
            }
        }
        return 1;
    }

    /** The picture as it was seen. */
    static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == 1) {
            return image;
        }
        double width = image.getWidth();
        double height = image.getHeight();
        AffineTransform turn =
                switch (orientation) {
                    case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
                    case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
                    case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
                    case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
                    case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
                    case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
                    default -> new AffineTransform(0, -1, 1, 0, 0, width);
                };
        boolean turned = orientation >= 5;
        BufferedImage made = new BufferedImage(
                turned ? image.getHeight() : image.getWidth(),
                turned ? image.getWidth() : image.getHeight(),
                BufferedImage.TYPE_INT_ARGB);
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        plain.createGraphics().drawImage(image, 0, 0, null);
        return new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(plain, made);
    }
}
