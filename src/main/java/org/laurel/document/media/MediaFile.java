package org.laurel.document.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.zip.ZipException;

/** A file that was handed in: what it is, its words, and a copy without what says who made it. For one thread. */
public final class MediaFile {
    private final Bytes bytes;
    private final MediaKind kind;

    private MediaFile(Bytes bytes, MediaKind kind) {
        this.bytes = bytes;
        this.kind = kind;
    }

    /** Opens one that is said to be of a kind; fails with {@link MediaException} when its content is something else, or is not taken. */
    public static MediaFile open(SeekableByteChannel channel, MediaKind said) throws IOException {
        Bytes bytes = new Bytes(channel);
        new MediaTeller(bytes).require(said);
        return new MediaFile(bytes, said);
    }

    /** Whether a copy would differ from it: texts have nothing but their words. */
    public boolean isCleaned() {
        return !kind.isText();
    }

    /** Writes the copy; fails with {@link MediaException} when the file is built so that it cannot be cleaned. */
    public void clean(OutputStream out) throws IOException {
        try {
            switch (kind) {
                case PDF -> PdfCleaner.clean(bytes, out);
                case PNG -> Cut.copy(bytes, PictureCuts.png(bytes), out);
                case JPEG -> Cut.copy(bytes, PictureCuts.jpeg(bytes), out);
                case GIF -> Cut.copy(bytes, PictureCuts.gif(bytes), out);
                case WEBP -> Cut.copy(bytes, PictureCuts.webp(bytes), out);
                case DOCX, PPTX, XLSX, ODT, ODP, ODS -> new PackageCleaner(out).clean(bytes.channel());
                case TXT, MD, CSV -> bytes.stream().transferTo(out);
                case MP3 -> Cut.copy(bytes, Mp3Cuts.of(bytes), out);
                case OGG -> new OggCleaner().clean(bytes, out);
                case WAV -> Cut.copy(bytes, RiffCuts.wav(bytes), out);
                case M4A, MP4, MOV -> Cut.copy(bytes, Mp4Cuts.of(bytes), out);
                case WEBM -> Cut.copy(bytes, MatroskaCuts.of(bytes), out);
            }
        } catch (ZipException | EOFException e) {
            throw MediaException.broken("its package cannot be read");
        } catch (IndexOutOfBoundsException | IllegalArgumentException | StackOverflowError e) {
            throw MediaException.broken("it cannot be read");
        }
    }

    /** The first of its words, up to this many characters; none where it has none, or they cannot be read. */
    public String text(int most) throws IOException {
        return MediaText.of(bytes, kind, most);
    }
}
