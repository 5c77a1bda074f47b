package org.laurel.shared.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;

/** Files and folders that only we can read. */
final class PrivateFiles {
    private static final Pattern NAME = Pattern.compile("[0-9a-z][0-9a-z.-]{0,120}");

    private PrivateFiles() {}

    static Path within(Path folder, String name) {
        return folder.resolve(checked(name));
    }

    /** A name is ours, and never a path. */
    static String checked(String name) {
        if (!NAME.matcher(name).matches() || name.contains("..")) {
            throw new IllegalArgumentException("not the name of a file here");
        }
        return name;
    }

    static void makeFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
    }

    /** A name that was put or moved outlives a crash once its folder is on the disk. */
    static void syncFolder(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
