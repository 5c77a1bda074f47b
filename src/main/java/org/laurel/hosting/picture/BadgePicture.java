package org.laurel.hosting.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The picture of a badge whose maker gave none: its title within two branches of laurel, the issuer below. The same face
 * gives the same picture.
 */
public final class BadgePicture {
    private static final int SIDE = 600;
    private static final int MIDDLE = SIDE / 2;
    private static final int WHITE = 0xffffff;
    private static final int LEAVES = 11;

    private BadgePicture() {}

    /** As PNG, 600 pixels wide and high, transparent around. */
    public static byte[] png(BadgeFace face) {
        return DrawnPng.write(drawing(face));
    }

    /** As SVG, with the title as text for who cannot see it. */
    public static byte[] svg(BadgeFace face) {
        return DrawnSvg.write(drawing(face));
    }

    static Drawing drawing(BadgeFace face) {
        List<Drawing.Filled> shapes = new ArrayList<>();
        shapes.add(new Drawing.Filled(circle(296), face.colour()));
        shapes.add(new Drawing.Filled(circle(284), WHITE));
        shapes.add(new Drawing.Filled(circle(278), face.colour()));
        shapes.add(new Drawing.Filled(circle(222), WHITE));
        for (int side : new int[] {-1, 1}) {
            for (int leaf = 0; leaf < LEAVES; leaf++) {
                shapes.add(new Drawing.Filled(leaf(side, leaf), WHITE));
            }
        }
        write(face, shapes);
        return new Drawing(SIDE, SIDE, face.title() + " – " + face.issuer(), shapes);
    }

    private static void write(BadgeFace face, List<Drawing.Filled> shapes) {
        TextBlock title = TextBlock.fit(face.title(), Letters.BOLD, new TextBlock.Box(330, 190, 46, 16));
        TextBlock issuer = TextBlock.fit(face.issuer(), Letters.REGULAR, new TextBlock.Box(270, 66, 24, 13));
        double top = MIDDLE - (title.height() + 30 + issuer.height()) / 2;
        centre(title, Letters.BOLD, top, face.colour(), shapes);
        double line = top + title.height() + 13;
        shapes.add(new Drawing.Filled(new java.awt.geom.Rectangle2D.Double(MIDDLE - 40.0, line, 80, 3), face.colour()));
        centre(issuer, Letters.REGULAR, line + 17, 0x222222, shapes);
    }

    private static void centre(TextBlock block, Letters letters, double top, int colour, List<Drawing.Filled> shapes) {
        shapes.addAll(block.drawn(letters, top, colour, line -> MIDDLE - letters.width(line, block.size()) / 2));
    }

    /** From the foot of the ring upwards, in pairs that lean outwards. */
    private static Shape leaf(int side, int number) {
        double angle = Math.toRadians(90 - side * (14 + number * 13.2));
        double radius = 250 + (number % 2 == 0 ? 11 : -11);
        AffineTransform place = AffineTransform.getTranslateInstance(
                MIDDLE + radius * Math.cos(angle), MIDDLE + radius * Math.sin(angle));
        place.rotate(angle - side * Math.toRadians(90 - (number % 2 == 0 ? 24 : -24)));
        return place.createTransformedShape(new Ellipse2D.Double(-21, -7.5, 42, 15));
    }

    private static Shape circle(double radius) {
        return new Ellipse2D.Double(MIDDLE - radius, MIDDLE - radius, 2 * radius, 2 * radius);
    }
}
