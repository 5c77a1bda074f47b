package org.laurel.hosting.picture;

import org.laurel.shared.encoding.Sha256;

/**
 * What the picture of a badge says.
 *
 * @param title what was achieved
 * @param issuer who awarded it
 * @param issuerId from which its colour follows, so that all badges of an issuer look akin
 */
public record BadgeFace(String title, String issuer, String issuerId) {
    /** Dark enough for white letters on them (7 : 1 and more, WCAG 2.2 §1.4.6), and apart from each other. */
    private static final int[] COLOURS = {
        0x1a5238, 0x1f4e79, 0x6b2737, 0x4a3a6b, 0x5c4317, 0x14505c, 0x7a2e12, 0x3d4a1f, 0x2e3f73, 0x5e2f5b
    };

    int colour() {
        return COLOURS[
                (Sha256.of(issuerId.getBytes(java.nio.charset.StandardCharsets.UTF_8))[0] & 0xff) % COLOURS.length];
    }
}
