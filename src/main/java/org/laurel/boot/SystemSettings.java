package org.laurel.boot;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.jboss.logging.Logger;

/** Hands what was found or made at start to the service, as configuration of the highest rank. */
final class SystemSettings {
    private static final Logger LOG = Logger.getLogger("org.laurel.boot");

    private SystemSettings() {}

    static void publish(Settings settings, Settings.Database database, DataDirectory directory, SecureRandom random) {
        set("laurel.base-url", settings.baseUrl());
        set("laurel.data-dir", directory.path().toString());
        set("laurel.master-key", masterKey(settings, directory, random));
        set("laurel.admin-token", adminToken(settings, directory, random));
        set("quarkus.http.port", Integer.toString(settings.httpPort()));
        database(database);
    }

    /** One database, two drivers: the reactive one serves, JDBC migrates at start. */
    static void database(Settings.Database database) {
        set("quarkus.datasource.username", database.username());
        set("quarkus.datasource.password", database.password());
        if (database.certificateAuthority().isEmpty()) {
            set("quarkus.datasource.reactive.url", database.url());
            set("quarkus.datasource.jdbc.url", "jdbc:" + database.url());
            return;
        }
        String authority =
                database.certificateAuthority().get().toAbsolutePath().toString();
        String secured = database.url() + (database.url().contains("?") ? "&" : "?") + "sslmode=verify-full";
        set("quarkus.datasource.reactive.url", secured);
        set("quarkus.datasource.reactive.trust-certificate-pem", "true");
        set("quarkus.datasource.reactive.trust-certificate-pem.certs", authority);
        set("quarkus.datasource.reactive.hostname-verification-algorithm", "HTTPS");
        set("quarkus.datasource.reactive.postgresql.ssl-mode", "verify-full");
        set("quarkus.datasource.jdbc.url", "jdbc:" + secured + "&sslrootcert=" + authority);
    }

    private static String masterKey(Settings settings, DataDirectory directory, SecureRandom random) {
        if (settings.masterKey().isPresent()) {
            return settings.masterKey().get();
        }
        DataDirectory.Secret secret = directory.secret("master-key", random);
        if (secret.fresh()) {
            LOG.warnf(
                    "A master key was made: %s. Back it up apart from the database: without it no issuer can sign,"
                            + " and no recipient's data can be read.",
                    secret.file());
        }
        return secret.value();
    }

    private static String adminToken(Settings settings, DataDirectory directory, SecureRandom random) {
        if (settings.adminToken().isPresent()) {
            set("laurel.admin-token-place", "the setting LAUREL_ADMIN_TOKEN");
            return settings.adminToken().get();
        }
        DataDirectory.Secret secret = directory.secret("admin-token", random);
        Path file = secret.file();
        URI link = file.toUri();
        set("laurel.admin-token-place", link.toString());
        return secret.value();
    }

    private static void set(String name, String value) {
        System.setProperty(name, value);
    }
}
