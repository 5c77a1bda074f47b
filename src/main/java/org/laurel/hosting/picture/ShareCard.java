package org.laurel.hosting.picture;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The picture that a link to a badge shows in a message or a stream: 1200 × 630, as Open Graph's readers want it. */
public final class ShareCard {
    /** In pixels. */
    public static final int WIDTH = 1200;
    /** In pixels. */
    public static final int HEIGHT = 630;

    private static final int PAPER = 0xfbfaf6;
    private static final int INK = 0x1c2321;
    private static final int QUIET = 0x55605b;
    private static final double TEXT = 590;
    private static final double ROOM = 550;

    private ShareCard() {}

    /**
     * As PNG.
     *
     * @param face what it says
     * @param kind what kind of thing it is, in the reader's language
     * @param host where it is, which a reader can judge
     * @param picture its own; null when it has none
     */
    public static byte[] png(BadgeFace face, String kind, String host, @Nullable ShownPicture picture) {
        List<Drawing.Filled> shapes = new ArrayList<>();
        shapes.add(new Drawing.Filled(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), PAPER));
        shapes.add(new Drawing.Filled(new Rectangle2D.Double(0, 0, 18, HEIGHT), face.colour()));
        if (picture == null) {
            shapes.addAll(BadgePicture.drawing(face).placed(0.78, 68, 81));
        }
        TextBlock title = TextBlock.fit(face.title(), Letters.BOLD, new TextBlock.Box(ROOM, 250, 60, 26));
        TextBlock issuer = TextBlock.fit(face.issuer(), Letters.REGULAR, new TextBlock.Box(ROOM, 90, 34, 20));
        double top = Math.max(110, (HEIGHT - title.height() - issuer.height() - 120) / 2);
        write(new TextBlock(List.of(kind), 24), Letters.REGULAR, top, QUIET, shapes);
        write(title, Letters.BOLD, top + 44, face.colour(), shapes);
        write(issuer, Letters.REGULAR, top + 44 + title.height() + 22, INK, shapes);
        TextBlock place = TextBlock.fit(host, Letters.REGULAR, new TextBlock.Box(ROOM, 40, 24, 14));
        write(place, Letters.REGULAR, HEIGHT - 76, QUIET, shapes);
        return DrawnPng.write(new Drawing(WIDTH, HEIGHT, face.title(), shapes), graphics -> {
            if (picture != null) {
                picture.draw(graphics, 68, 81, 468);
            }
        });
    }

    private static void write(TextBlock block, Letters letters, double top, int colour, List<Drawing.Filled> shapes) {
        shapes.addAll(block.drawn(letters, top, colour, line -> TEXT));
    }
}
