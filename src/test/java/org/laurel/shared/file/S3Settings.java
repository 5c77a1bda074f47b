package org.laurel.shared.file;

import java.util.Optional;

/** Settings of a store that speaks S3, for tests. */
record S3Settings(
        Optional<String> bucket,
        Optional<String> endpoint,
        String region,
        Optional<String> key,
        Optional<String> secret)
        implements FilesConfig.S3 {

    /** The bucket {@code evidence} at an address. */
    static S3Settings at(String endpoint, String key) {
        return new S3Settings(
                Optional.of("evidence"),
                Optional.of(endpoint),
                "eu-central-1",
                Optional.of(key),
                Optional.of("a-secret-of-tests"));
    }
}
