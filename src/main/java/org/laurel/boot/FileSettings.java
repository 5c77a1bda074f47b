package org.laurel.boot;

import java.util.List;
import java.util.Map;

/** The settings of files that people hand in: how large they may be, and who scans them. */
final class FileSettings {
    private static final String MOST = "LAUREL_FILES_MOST";
    private static final String PER_PERSON = "LAUREL_FILES_PER_PERSON";

    private static final String HOST = "LAUREL_CLAMD_HOST";
    private static final String PORT = "LAUREL_CLAMD_PORT";
    private static final String SOCKET = "LAUREL_CLAMD_SOCKET";

    private static final String BUCKET = "LAUREL_FILES_S3_BUCKET";
    private static final String ENDPOINT = "LAUREL_FILES_S3_ENDPOINT";
    private static final String REGION = "LAUREL_FILES_S3_REGION";
    private static final String KEY = "LAUREL_FILES_S3_KEY";
    private static final String SECRET = "LAUREL_FILES_S3_SECRET";

    private FileSettings() {}

    /** Refuses what is no size, and a scanner at two places. */
    static void check(Map<String, String> environment) {
        requireSize(MOST, environment.getOrDefault(MOST, "200M"));
        requireSize(PER_PERSON, environment.getOrDefault(PER_PERSON, "1G"));
        Settings.port(PORT, environment.getOrDefault(PORT, "3310"));
        if (Settings.set(environment, HOST).isPresent()
                && Settings.set(environment, SOCKET).isPresent()) {
            throw new StartException(HOST + " and " + SOCKET + ": expected one of them, or none");
        }
        checkBucket(environment);
    }

    private static void checkBucket(Map<String, String> environment) {
        boolean bucket = Settings.set(environment, BUCKET).isPresent();
        for (String name : List.of(KEY, SECRET)) {
            if (bucket != Settings.set(environment, name).isPresent()) {
                throw new StartException(
                        (bucket ? name : BUCKET) + " is missing: a bucket needs a key with its secret");
            }
        }
        for (String name : List.of(ENDPOINT, REGION)) {
            if (!bucket && Settings.set(environment, name).isPresent()) {
                throw new StartException(BUCKET + " is missing: " + name + " says nothing without it");
            }
        }
        Settings.set(environment, ENDPOINT)
                .filter(address -> !address.matches("https?://[^\\s/?#]+"))
                .ifPresent(address -> {
                    throw new StartException(
                            ENDPOINT + ": expected an origin such as https://s3.example.org, got \"" + address + "\"");
                });
    }

    private static void requireSize(String name, String value) {
        if (!value.matches("[1-9]\\d{0,9}[KMG]?")) {
            throw new StartException(name + ": expected a size such as 200M or 1G, got \"" + value + "\"");
        }
    }
}
