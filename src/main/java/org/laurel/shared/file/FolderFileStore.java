package org.laurel.shared.file;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Sealed files in the data directory. */
final class FolderFileStore implements FileStore {
    private final Path folder;

    FolderFileStore(Path data) {
        this.folder = data.resolve("files");
    }

    @Override
    public void put(String name, Path sealed) throws IOException {
        Path shelf = shelf(name);
        PrivateFiles.makeFolder(shelf);
        Path place = PrivateFiles.within(shelf, name);
        Files.move(sealed, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        PrivateFiles.syncFolder(shelf);
    }

    @Override
    public SeekableByteChannel open(String name) throws IOException {
        return Files.newByteChannel(PrivateFiles.within(shelf(name), name), StandardOpenOption.READ);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(PrivateFiles.within(shelf(name), name));
    }

    /** By the end of the id, which is random, so that no folder grows too large. */
    private Path shelf(String name) {
        int end = name.indexOf('.') < 0 ? name.length() : name.indexOf('.');
        return folder.resolve(PrivateFiles.checked(name).substring(Math.max(0, end - 2), end));
    }
}
