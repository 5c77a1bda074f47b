package org.laurel.document.media;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is by its content. */
final class MediaTeller {
    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();
    private static final int LOOKED_AT = 64 * 1024;
    private static final Set<String> SOUNDS =
            Set.of("application/ogg", "audio/ogg", "audio/vorbis", "audio/opus", "audio/speex");
    private static final Set<String> ISO_MEDIA =
            Set.of("video/mp4", "audio/mp4", "video/quicktime", "application/mp4", "video/x-m4v");

    private final Bytes bytes;

    MediaTeller(Bytes bytes) {
        this.bytes = bytes;
    }

    /** Fails when the content is not of this kind. */
    void require(MediaKind said) throws IOException {
        if (bytes.length() == 0) {
            throw MediaException.broken("there is nothing in it");
        }
        String found = detected();
        boolean same =
                switch (said) {
                    case DOCX, PPTX, XLSX, ODT, ODP, ODS ->
                        isZip(found) && PackageCensus.of(bytes.channel()).require(said);
                    case TXT, MD, CSV -> isText(found) && isTextThroughout();
                    case WAV -> bytes.says(0, "RIFF") && bytes.says(8, "WAVE");
                    case WEBP -> bytes.says(0, "RIFF") && bytes.says(8, "WEBP");
                    case OGG -> SOUNDS.contains(found);
                    case M4A, MP4, MOV -> ISO_MEDIA.contains(found) && isBranded(said);
                    case WEBM -> isWebm();
                    default -> found.equals(said.mediaType());
                };
        if (!same) {
            throw otherType(said, found);
        }
    }

    static MediaException otherType(MediaKind said, String found) {
        return new MediaException(
                "other-type", "Expected " + said.mediaType() + ", as the name says; the content is " + found + ".");
    }

    private String detected() throws IOException {
        byte[] start = bytes.slice(0, (int) Math.min(LOOKED_AT, bytes.length()));
        return TYPES.detect(new ByteArrayInputStream(start), new Metadata())
                .getBaseType()
                .toString();
    }

    private static boolean isZip(String found) {
        return found.equals("application/zip")
                || found.startsWith("application/vnd.oasis.opendocument.")
                || found.startsWith("application/vnd.openxmlformats-officedocument.")
                || found.equals("application/x-tika-ooxml");
    }

    private static boolean isText(String found) {
        MediaType type = MediaType.parse(found);
        return type != null
                && (type.getType().equals("text")
                        || TYPES.getMediaTypeRegistry().isInstanceOf(type, MediaType.TEXT_PLAIN));
    }

    /** Of what is no text somewhere holds a character that no text has. */
    private boolean isTextThroughout() throws IOException {
        for (long place = 0; place < bytes.length(); place++) {
            int one = bytes.at(place);
            if (one < 0x20 && one != '\t' && one != '\n' && one != '\r' && one != '\f') {
                return false;
            }
        }
        return true;
    }

    /** QuickTime has the brand {@code qt}, or none where the file is old; sound alone has one of its own. */
    private boolean isBranded(MediaKind said) throws IOException {
        String brand = bytes.says(4, "ftyp") ? bytes.latin(8, 4).toLowerCase(Locale.ROOT) : "qt  ";
        boolean quickTime = brand.equals("qt  ");
        boolean sound = brand.startsWith("m4a") || brand.startsWith("m4b") || brand.startsWith("f4a");
        return switch (said) {
            case MOV -> quickTime;
            case M4A -> !quickTime && !brand.startsWith("m4v");
            default -> !quickTime && !sound;
        };
    }

    private boolean isWebm() throws IOException {
        if (bytes.length() < 64 || bytes.big(0, 4) != 0x1A45DFA3L) {
            return false;
        }
        return bytes.latin(0, 64).contains("B\u0082\u0084webm");
    }
}
