package org.laurel.document.media;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.laurel.shared.encoding.MediaTypes;

/** The kinds of files that are taken. */
public enum MediaKind {
    /** A document as it is printed. */
    PDF("application/pdf", Showing.INLINE, "pdf"),
    /** A picture. */
    PNG("image/png", Showing.INLINE, "png"),
    /** A photograph. */
    JPEG("image/jpeg", Showing.INLINE, "jpg", "jpeg"),
    /** A picture that may move. */
    GIF("image/gif", Showing.INLINE, "gif"),
    /** A picture of the web. */
    WEBP("image/webp", Showing.INLINE, "webp"),
    /** Words, of Office Open XML. */
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Showing.SAVED, "docx"),
    /** Slides, likewise. */
    PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", Showing.SAVED, "pptx"),
    /** Tables, likewise. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Showing.SAVED, "xlsx"),
    /** Words, of OpenDocument. */
    ODT("application/vnd.oasis.opendocument.text", Showing.SAVED, "odt"),
    /** Slides, likewise. */
    ODP("application/vnd.oasis.opendocument.presentation", Showing.SAVED, "odp"),
    /** Tables, likewise. */
    ODS("application/vnd.oasis.opendocument.spreadsheet", Showing.SAVED, "ods"),
    /** Plain text. */
    TXT("text/plain", Showing.SAVED, "txt"),
    /** Markdown. */
    MD("text/markdown", Showing.SAVED, "md", "markdown"),
    /** A table as text. */
    CSV("text/csv", Showing.SAVED, "csv"),
    /** Sound, MPEG layer 3. */
    MP3("audio/mpeg", Showing.PLAYED, "mp3"),
    /** Sound, MPEG-4. */
    M4A("audio/mp4", Showing.PLAYED, "m4a"),
    /** Sound, Vorbis or Opus. */
    OGG("audio/ogg", Showing.PLAYED, "ogg", "oga", "opus"),
    /** Sound as it is. */
    WAV("audio/wav", Showing.PLAYED, "wav"),
    /** Video, MPEG-4. */
    MP4("video/mp4", Showing.PLAYED, "mp4", "m4v"),
    /** Video of the web. */
    WEBM("video/webm", Showing.PLAYED, "webm"),
    /** Video, QuickTime. */
    MOV("video/quicktime", Showing.PLAYED, "mov");

    private enum Showing {
        INLINE,
        PLAYED,
        SAVED
    }

    private final String mediaType;
    private final Showing showing;
    /** With spaces between. */
    private final String extensions;

    MediaKind(String mediaType, Showing showing, String... extensions) {
        this.mediaType = mediaType;
        this.showing = showing;
        this.extensions = String.join(" ", extensions);
    }

    /** What its name says that it is. */
    public static Optional<MediaKind> ofName(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> (" " + kind.extensions + " ").contains(" " + extension + " "))
                .findFirst();
    }

    /** What is called so; parameters are passed over. */
    public static Optional<MediaKind> ofType(String mediaType) {
        String bare = MediaTypes.bare(mediaType);
        return Arrays.stream(values()).filter(kind -> kind.isCalled(bare)).findFirst();
    }

    private boolean isCalled(String type) {
        return mediaType.equals(type)
                || switch (this) {
                    case WAV ->
                        type.equals("audio/x-wav") || type.equals("audio/vnd.wave") || type.equals("audio/wave");
                    case M4A -> type.equals("audio/x-m4a") || type.equals("audio/m4a");
                    case MP3 -> type.equals("audio/mp3");
                    case OGG -> type.equals("audio/opus") || type.equals("application/ogg");
                    default -> false;
                };
    }

    /** The media type that it is served with. */
    public String mediaType() {
        return mediaType;
    }

    /** How its name ends, without the dot. */
    public String extension() {
        return extensions.split(" ", 2)[0];
    }

    /** Whether a browser may show it in place; all else it only saves. */
    public boolean isShown() {
        return showing != Showing.SAVED;
    }

    /** Whether it is sound or moving pictures, of which players ask for pieces. */
    public boolean isPlayed() {
        return showing == Showing.PLAYED;
    }

    boolean isText() {
        return mediaType.startsWith("text/");
    }

    /** All endings of names, for people. */
    public static String names() {
        return Arrays.stream(values())
                .map(kind -> kind.extensions.replace(" ", ", "))
                .collect(Collectors.joining(", "));
    }
}
