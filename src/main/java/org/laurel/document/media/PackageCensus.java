package org.laurel.document.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * What is in a package of an office program.
 *
 * @param names of its entries
 * @param type the media type of an OpenDocument package; empty for others
 * @param contents the content types of an Office Open XML package; empty for others
 */
record PackageCensus(List<String> names, String type, String contents) {
    private static final int MOST_ENTRIES = 10_000;
    private static final int MOST_CONTENTS = 1 << 20;

    /** Counts it; fails when it is no package that can be read, or has too many entries. */
    static PackageCensus of(SeekableByteChannel channel) throws IOException {
        try (ZipFile zip = open(channel)) {
            List<String> names = new ArrayList<>();
            for (ZipArchiveEntry entry : entries(zip)) {
                names.add(entry.getName());
            }
            return new PackageCensus(names, text(zip, "mimetype"), text(zip, "[Content_Types].xml"));
        }
    }

    /** Closing it leaves the channel open. */
    static ZipFile open(SeekableByteChannel channel) throws IOException {
        try {
            return ZipFile.builder()
                    .setSeekableByteChannel(new Unclosed(channel))
                    .setIgnoreLocalFileHeader(true)
                    .get();
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** Its entries; fails for names that stand twice, and for too many. */
    static List<ZipArchiveEntry> entries(ZipFile zip) throws IOException {
        List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
        if (entries.size() > MOST_ENTRIES) {
            throw new MediaException("too-much", "Its package has more than " + MOST_ENTRIES + " entries.");
        }
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : entries) {
            if (!names.add(entry.getName()) || entry.getName().contains("..")) {
                throw MediaException.broken("an entry of its package stands twice, or outside of it");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw new MediaException("protected", "The file is protected by a password; save it without one.");
            }
        }
        return entries;
    }

    private static String text(ZipFile zip, String name) throws MediaException {
        return text(zip, name, MOST_CONTENTS).strip();
    }

    /** An entry as text, not more than this of it; empty when there is none. */
    static String text(ZipFile zip, String name, int most) throws MediaException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw unreadable();
        }
    }

    static MediaException unreadable() {
        return MediaException.broken("its package cannot be read");
    }

    /** Fails when it has macros, or is of another kind. */
    boolean require(MediaKind said) throws MediaException {
        String lower = contents.toLowerCase(Locale.ROOT);
        if (lower.contains("macroenabled") || names.stream().anyMatch(PackageCensus::isMacro)) {
            throw new MediaException("macros", "The file has macros, which are not taken; save it without them.");
        }
        String found = found(lower);
        if (!found.equals(said.mediaType())) {
            throw MediaTeller.otherType(said, found);
        }
        return true;
    }

    private static boolean isMacro(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("vbaproject.bin")
                || lower.contains("macrosheets/")
                || lower.startsWith("basic/")
                || lower.startsWith("scripts/");
    }

    private String found(String lower) {
        if (!type.isEmpty()) {
            return type.length() > 100 ? "another package" : type;
        }
        for (MediaKind kind : List.of(MediaKind.DOCX, MediaKind.PPTX, MediaKind.XLSX)) {
            if (lower.contains(kind.mediaType() + ".main+xml")) {
                return kind.mediaType();
            }
        }
        return "application/zip";
    }
}
