package org.laurel.shared.file;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Chooses the store of files by the settings: a bucket where one is named, else the data directory. */
@ApplicationScoped
class FileStores {
    private final FilesConfig config;
    private final Path data;

    FileStores(FilesConfig config, @ConfigProperty(name = "laurel.data-dir", defaultValue = "data") Path data) {
        this.config = config;
        this.data = data;
    }

    @Produces
    @ApplicationScoped
    FileStore chosen() {
        return config.s3().bucket().isPresent() ? new S3FileStore(config.s3(), data) : new FolderFileStore(data);
    }
}
