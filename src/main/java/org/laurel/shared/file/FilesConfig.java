package org.laurel.shared.file;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Settings of files that people hand in. */
@ConfigMapping(prefix = "laurel.files")
public interface FilesConfig {

    /** The most that one file may have. */
    @WithDefault("200M")
    MemorySize most();

    /** The most that all files of one person may have. */
    @WithDefault("1G")
    MemorySize perPerson();

    /** A store that speaks S3. */
    S3 s3();

    /** Settings of a store that speaks S3; without a bucket files are in the data directory. */
    interface S3 {

        /** The bucket. */
        Optional<String> bucket();

        /** Its address, where it is not Amazon's; the bucket then stands in the path. */
        Optional<String> endpoint();

        /** Its region. */
        @WithDefault("us-east-1")
        String region();

        /** The id of the key that may read and write it. */
        Optional<String> key();

        /** The secret of that key. */
        Optional<String> secret();
    }
}
