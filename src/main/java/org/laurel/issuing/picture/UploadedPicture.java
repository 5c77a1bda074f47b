package org.laurel.issuing.picture;

import java.util.Arrays;
import java.util.Optional;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.shared.encoding.MediaTypes;

/**
 * A picture as it was uploaded: hostile. It is told by its content, decoded within bounds, and drawn anew, so that nothing but
 * its pixels is kept: no text, no place where a photograph was taken, no second file behind the first.
 */
public final class UploadedPicture {
    /** The most bytes that are taken. */
    public static final int MOST_BYTES = 1 << 20;

    /** The kinds that are taken. */
    enum Kind {
        PNG("image/png"),
        JPEG("image/jpeg"),
        SVG("image/svg+xml");

        private final String mediaType;

        Kind(String mediaType) {
            this.mediaType = mediaType;
        }
    }

    private UploadedPicture() {}

    /**
     * The picture that is kept.
     *
     * @param bytes at most {@link #MOST_BYTES}
     * @param declared the media type that came with it
     */
    public static CleanPicture read(byte[] bytes, String declared) throws PictureException {
        if (bytes.length > MOST_BYTES) {
            throw new PictureException("expected at most 1 MiB, got " + bytes.length + " bytes");
        }
        Kind kind = kind(bytes)
                .orElseThrow(() ->
                        new PictureException("expected a PNG, a JPEG or an SVG, and it begins as none of them does"));
        String type = MediaTypes.bare(declared);
        if (!type.equals(kind.mediaType)) {
            throw new PictureException("it was sent as " + type + ", and its content is " + kind.mediaType);
        }
        return CleanPicture.of(kind == Kind.SVG ? SvgRaster.draw(bytes) : PixelPicture.read(bytes, kind));
    }

    /** Whether pictures sent as this media type are taken at all. */
    static boolean isTaken(String declared) {
        String type = MediaTypes.bare(declared);
        return Arrays.stream(Kind.values()).anyMatch(kind -> kind.mediaType.equals(type));
    }

    private static Optional<Kind> kind(byte[] bytes) {
        if (begins(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n')) {
            return Optional.of(Kind.PNG);
        }
        if (begins(bytes, 0xff, 0xd8, 0xff)) {
            return Optional.of(Kind.JPEG);
        }
        return SvgCarrier.looksLike(bytes) ? Optional.of(Kind.SVG) : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
