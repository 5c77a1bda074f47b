package org.laurel.shared.file;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.laurel.shared.sealing.PersonKey;

/** Files that are on their way to a store: sealed in the data directory of this process, one writer at a time. */
@ApplicationScoped
public class Arrivals {
    private final Path folder;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    Arrivals(@ConfigProperty(name = "laurel.data-dir", defaultValue = "data") Path data) {
        this.folder = data.resolve("files").resolve("arriving");
    }

    /** Takes the one place of a writer, to be given back; false when somebody has it. */
    public boolean take(String name) {
        return busy.add(name);
    }

    /** Gives it back. */
    public void giveBack(String name) {
        busy.remove(name);
    }

    /** Opens the file where it ended; it is made when there is none. Whoever writes has the place. */
    public SealedWriter write(String name, PersonKey key, String context) throws IOException {
        PrivateFiles.makeFolder(folder);
        return SealedWriter.open(path(name), key, context);
    }

    /** How many bytes have come and are durable. */
    public long size(String name) throws IOException {
        Path file = path(name);
        return Files.exists(file) ? Segments.scan(file).size() : 0;
    }

    /** Where it is, to be handed to a store. */
    public Path path(String name) {
        return PrivateFiles.within(folder, name);
    }

    /** Removes it, if it is there. */
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }
}
