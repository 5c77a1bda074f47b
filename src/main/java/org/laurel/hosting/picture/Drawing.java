package org.laurel.hosting.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Shapes, one upon the other, that become the same picture as SVG and as PNG.
 *
 * @param width in user units, which are pixels of the PNG
 * @param height likewise
 * @param title what it shows, for who cannot see it
 * @param shapes from the bottom up
 */
record Drawing(int width, int height, String title, List<Filled> shapes) {

    /** Copies the list. */
    Drawing {
        shapes = List.copyOf(shapes);
    }

    /** One shape in one colour, {@code 0xRRGGBB}. */
    record Filled(Shape shape, int colour) {}

    /** Its shapes, smaller or larger and at another place. */
    List<Filled> placed(double scale, double x, double y) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(scale, scale);
        List<Filled> moved = new ArrayList<>();
        for (Filled one : shapes) {
            moved.add(new Filled(place.createTransformedShape(one.shape()), one.colour()));
        }
        return moved;
    }
}
