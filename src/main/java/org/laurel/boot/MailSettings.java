package org.laurel.boot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The settings by which letters are sent: nothing without a host, and a host not without an address that they come from. */
final class MailSettings {
    private static final String HOST = "LAUREL_MAIL_HOST";
    private static final String FROM = "LAUREL_MAIL_FROM";
    private static final String USERNAME = "LAUREL_MAIL_USERNAME";
    private static final String PASSWORD = "LAUREL_MAIL_PASSWORD";
    private static final String TLS = "LAUREL_MAIL_TLS";
    private static final String PER_MINUTE = "LAUREL_MAIL_PER_MINUTE";
    private static final String LANGUAGE = "LAUREL_MAIL_LANGUAGE";
    private static final String ADDRESS = "[^\\s@<>\"(),;:\\\\]+@[^\\s@<>\"(),;:\\\\]+";
    private static final String STARTTLS = "starttls";
    private static final String PORT = "LAUREL_MAIL_PORT";
    private static final String DEFAULT_PORT = "587";

    private MailSettings() {}

    /** Refuses what no letter could be sent with. */
    static void check(Map<String, String> environment) {
        Settings.port(PORT, environment.getOrDefault(PORT, DEFAULT_PORT));
        require(PER_MINUTE, environment.getOrDefault(PER_MINUTE, "60"), "[1-9]\\d{0,4}", "a number from 1 to 99999");
        require(LANGUAGE, environment.getOrDefault(LANGUAGE, "en"), "en|es", "en or es");
        require(TLS, environment.getOrDefault(TLS, STARTTLS), "starttls|tls|none", "starttls, tls or none");
        Optional<String> host = Settings.set(environment, HOST);
        if (host.isPresent()) {
            String from = Settings.set(environment, FROM).orElse("");
            require(FROM, from, ADDRESS, "the address that letters come from, such as badges@example.org");
            checkPassword(environment, host.get());
            return;
        }
        for (String other : List.of(FROM, USERNAME, PASSWORD)) {
            if (Settings.set(environment, other).isPresent()) {
                throw new StartException(HOST + " is missing: " + other + " says nothing without it");
            }
        }
    }

    private static void require(String name, String value, String shape, String expected) {
        if (!value.matches(shape)) {
            throw new StartException(name + ": expected " + expected + ", got \"" + value + "\"");
        }
    }

    /** A password comes with a name, and crosses no network that anybody could listen on. */
    private static void checkPassword(Map<String, String> environment, String host) {
        boolean named = Settings.set(environment, USERNAME).isPresent();
        if (named != Settings.set(environment, PASSWORD).isPresent()) {
            throw new StartException((named ? PASSWORD : USERNAME) + " is missing: signing in needs both of them");
        }
        if (named && environment.getOrDefault(TLS, STARTTLS).equals("none") && !Settings.LOOPBACK.contains(host)) {
            throw new StartException(TLS + "=none would send the password to " + host + " for everybody to read");
        }
    }

    /** The same in the words of the mailer; none without a host. */
    static Map<String, String> ofMailer(Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        Settings.set(environment, HOST).ifPresent(host -> {
            String tls = environment.getOrDefault(TLS, STARTTLS);
            settings.put("quarkus.mailer.host", host);
            settings.put("quarkus.mailer.port", environment.getOrDefault(PORT, DEFAULT_PORT));
            settings.put("quarkus.mailer.from", environment.get(FROM));
            settings.put("quarkus.mailer.start-tls", tls.equals(STARTTLS) ? "REQUIRED" : "DISABLED");
            settings.put("quarkus.mailer.tls", Boolean.toString(tls.equals("tls")));
            Settings.set(environment, USERNAME).ifPresent(name -> {
                settings.put("quarkus.mailer.username", name);
                settings.put("quarkus.mailer.password", environment.get(PASSWORD));
                settings.put("quarkus.mailer.login", "REQUIRED");
            });
        });
        return settings;
    }
}
