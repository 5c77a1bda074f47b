package org.laurel.shared.encoding;

import java.util.HexFormat;

/** Lower-case hexadecimal. */
public final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    /** Two lower-case digits a byte. */
    public static String encode(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    /** The bytes of hexadecimal text of either case; throws IllegalArgumentException for anything else. */
    public static byte[] decode(String text) {
        return FORMAT.parseHex(text);
    }
}
