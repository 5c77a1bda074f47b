package org.laurel.boot;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the environment says, checked before anything is started.
 *
 * @param baseUrl the public origin, without a final slash
 * @param dataDir where the embedded database and generated secrets live; absolute
 * @param database the external database, or empty for the embedded one
 * @param adminToken the first administrator's token, or empty to generate one
 * @param masterKey 32 bytes as base64url that wrap every other key, or empty to generate one
 * @param httpPort the port to listen on
 */
record Settings(
        String baseUrl,
        Path dataDir,
        Optional<Database> database,
        Optional<String> adminToken,
        Optional<String> masterKey,
        int httpPort) {

    /** The hosts that are this machine. */
    static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final Set<String> DEMOS = Set.of("true", "false", "ecosystem");
    private static final Pattern REGISTRY = Pattern.compile("(did-map|federation)\\s+https?://\\S+");
    private static final int MIN_TOKEN = 24;

    /**
     * A database.
     *
     * @param url {@code postgresql://host:port/db} with optional parameters
     * @param username its user
     * @param password its password
     * @param certificateAuthority a PEM file; when given, the connection is encrypted and the host's name is checked
     */
    record Database(String url, String username, String password, Optional<Path> certificateAuthority) {
        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    static Settings of(Map<String, String> environment) {
        String baseUrl = baseUrl(environment.getOrDefault("LAUREL_BASE_URL", "http://localhost:8080"));
        Optional<Database> database = database(environment);
        Optional<String> masterKey = set(environment, "LAUREL_MASTER_KEY");
        if (database.isPresent() && masterKey.isEmpty()) {
            throw new StartException("LAUREL_MASTER_KEY must be set when LAUREL_DATABASE_URL is: it wraps the issuers'"
                    + " private keys, and must be the same on every replica. Make one with: openssl rand -base64 32");
        }
        ProviderSettings.check(environment, baseUrl);
        MailSettings.check(environment);
        FileSettings.check(environment);
        set(environment, "LAUREL_FETCH_ALLOW")
                .filter(allow -> baseUrl.startsWith("https:"))
                .ifPresent(allow -> {
                    throw new StartException(
                            "LAUREL_FETCH_ALLOW opens local addresses to strangers' documents; it must not be"
                                    + " set when LAUREL_BASE_URL is https");
                });
        checkRegistries(set(environment, "LAUREL_TRUST_REGISTRIES").orElse(""));
        checkRegister(set(environment, "LAUREL_CITATION_REGISTER").orElse("https://"));
        checkTime("LAUREL_BATCH_ROWS_KEPT", environment.getOrDefault("LAUREL_BATCH_ROWS_KEPT", "P90D"));
        port("LAUREL_MANAGEMENT_PORT", environment.getOrDefault("LAUREL_MANAGEMENT_PORT", "9000"));
        checkTime("LAUREL_CITATION_AGAIN", environment.getOrDefault("LAUREL_CITATION_AGAIN", "P30D"));
        String demo = environment.getOrDefault("LAUREL_DEMO", "false");
        if (!DEMOS.contains(demo)) {
            throw new StartException("LAUREL_DEMO: expected true, false or ecosystem, got \"" + demo + "\"");
        }
        return new Settings(
                baseUrl,
                Path.of(environment.getOrDefault("LAUREL_DATA_DIR", "data"))
                        .toAbsolutePath()
                        .normalize(),
                database,
                adminToken(environment),
                masterKey,
                port("LAUREL_HTTP_PORT", environment.getOrDefault("LAUREL_HTTP_PORT", "8080")));
    }

    private static void checkRegister(String address) {
        if (!address.startsWith("https://") && !address.startsWith("http://localhost:")) {
            throw new StartException("LAUREL_CITATION_REGISTER: expected an https address, got \"" + address + "\"");
        }
    }

    private static void checkTime(String name, String time) {
        try {
            if (!Duration.parse(time).isNegative()) {
                return;
            }
        } catch (DateTimeParseException e) {
            throw new StartException(name + ": expected a time such as P90D or PT12H, got \"" + time + "\"");
        }
        throw new StartException(name + ": expected no negative time, got \"" + time + "\"");
    }

    private static void checkRegistries(String registries) {
        for (String registry : registries.split(",", -1)) {
            if (!registry.isBlank() && !REGISTRY.matcher(registry.strip()).matches()) {
                throw new StartException("LAUREL_TRUST_REGISTRIES: expected \"did-map https://…\" or \"federation"
                        + " https://…\", got \"" + registry.strip() + "\"");
            }
        }
    }

    /** What a variable says, unless it is blank. */
    static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static Optional<String> adminToken(Map<String, String> environment) {
        Optional<String> token = set(environment, "LAUREL_ADMIN_TOKEN");
        if (token.isPresent() && token.get().length() < MIN_TOKEN) {
            throw new StartException("LAUREL_ADMIN_TOKEN: expected at least " + MIN_TOKEN + " characters, got "
                    + token.get().length());
        }
        return token;
    }

    private static Optional<Database> database(Map<String, String> environment) {
        return set(environment, "LAUREL_DATABASE_URL").map(url -> {
            if (!url.startsWith("postgresql://")) {
                throw new StartException("LAUREL_DATABASE_URL: expected postgresql://host:port/db");
            }
            return new Database(
                    url,
                    environment.getOrDefault("LAUREL_DATABASE_USERNAME", "laurel"),
                    environment.getOrDefault("LAUREL_DATABASE_PASSWORD", ""),
                    certificateAuthority(environment));
        });
    }

    private static Optional<Path> certificateAuthority(Map<String, String> environment) {
        Optional<Path> file = set(environment, "LAUREL_DATABASE_CA").map(Path::of);
        if (file.isPresent() && !Files.isReadable(file.get())) {
            throw new StartException("LAUREL_DATABASE_CA: expected a readable PEM file, got " + file.get());
        }
        return file;
    }

    static int port(String name, String text) {
        if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535) {
            return Integer.parseInt(text);
        }
        throw new StartException(name + ": expected a port number, got \"" + text + "\"");
    }

    /** An origin: https, or http on loopback; did:web has no form for other addresses. */
    static String baseUrl(String text) {
        String trimmed = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
        URI uri;
        try {
            uri = URI.create(trimmed);
        } catch (IllegalArgumentException e) {
            throw new StartException("LAUREL_BASE_URL: expected an origin such as https://badges.example.org", e);
        }
        String host = uri.getHost();
        boolean origin = host != null
                && uri.getUserInfo() == null
                && uri.getRawPath().isEmpty()
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && host.equals(host.toLowerCase(java.util.Locale.ROOT))
                && !trimmed.endsWith(":")
                && (uri.getPort() == -1 || uri.getPort() > 0 && uri.getPort() <= 65535);
        boolean loopback = host != null && LOOPBACK.contains(host);
        boolean named = host != null && !host.matches("[0-9.]+|\\[.*]");
        if (origin && ("https".equals(uri.getScheme()) && named || "http".equals(uri.getScheme()) && loopback)) {
            return trimmed;
        }
        throw new StartException("LAUREL_BASE_URL: expected https and a lower-case host name, or http on localhost,"
                + " without path; got \"" + text + "\"");
    }
}
