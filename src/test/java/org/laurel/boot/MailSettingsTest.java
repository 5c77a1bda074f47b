package org.laurel.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
    private static final Map<String, String> LEAST =
            Map.of("LAUREL_MAIL_HOST", "mail.example.org", "LAUREL_MAIL_FROM", "badges@example.org");

    @Test
    void without_a_host_there_is_no_mail() {
        Map<String, String> empty =
                Map.of("LAUREL_MAIL_HOST", "", "LAUREL_MAIL_FROM", "", "LAUREL_MAIL_TLS", "starttls");
        MailSettings.check(empty);
        assertThat(MailSettings.ofMailer(empty)).isEmpty();
    }

    @Test
    void the_least_is_a_host_and_an_address_over_starttls() {
        MailSettings.check(LEAST);
        assertThat(MailSettings.ofMailer(LEAST))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "quarkus.mailer.host", "mail.example.org",
                        "quarkus.mailer.port", "587",
                        "quarkus.mailer.from", "badges@example.org",
                        "quarkus.mailer.start-tls", "REQUIRED",
                        "quarkus.mailer.tls", "false"));
    }

    @Test
    void every_setting_has_its_name() {
        Map<String, String> all = with(Map.of(
                "LAUREL_MAIL_PORT", "465",
                "LAUREL_MAIL_USERNAME", "laurel",
                "LAUREL_MAIL_PASSWORD", "secret-word",
                "LAUREL_MAIL_TLS", "tls",
                "LAUREL_MAIL_PER_MINUTE", "600",
                "LAUREL_MAIL_LANGUAGE", "es"));
        MailSettings.check(all);
        assertThat(MailSettings.ofMailer(all))
                .containsEntry("quarkus.mailer.port", "465")
                .containsEntry("quarkus.mailer.username", "laurel")
                .containsEntry("quarkus.mailer.password", "secret-word")
                .containsEntry("quarkus.mailer.login", "REQUIRED")
                .containsEntry("quarkus.mailer.start-tls", "DISABLED")
                .containsEntry("quarkus.mailer.tls", "true");
    }

    @Test
    void refuses_what_no_letter_could_be_sent_with() {
        refuses(Map.of("LAUREL_MAIL_HOST", "mail.example.org"), "LAUREL_MAIL_FROM");
        refuses(with(Map.of("LAUREL_MAIL_FROM", "Oak Hill\r\nBcc: all@example.org")), "LAUREL_MAIL_FROM");
        refuses(Map.of("LAUREL_MAIL_FROM", "badges@example.org"), "LAUREL_MAIL_HOST is missing");
        refuses(with(Map.of("LAUREL_MAIL_USERNAME", "laurel")), "LAUREL_MAIL_PASSWORD is missing");
        refuses(with(Map.of("LAUREL_MAIL_PASSWORD", "secret-word")), "LAUREL_MAIL_USERNAME is missing");
        refuses(with(Map.of("LAUREL_MAIL_PORT", "smtp")), "LAUREL_MAIL_PORT");
        refuses(with(Map.of("LAUREL_MAIL_TLS", "maybe")), "LAUREL_MAIL_TLS");
        refuses(with(Map.of("LAUREL_MAIL_PER_MINUTE", "0")), "LAUREL_MAIL_PER_MINUTE");
        refuses(with(Map.of("LAUREL_MAIL_LANGUAGE", "de")), "LAUREL_MAIL_LANGUAGE");
    }

    @Test
    void a_password_is_not_sent_for_everybody_to_read() {
        Map<String, String> open =
                Map.of("LAUREL_MAIL_TLS", "none", "LAUREL_MAIL_USERNAME", "a", "LAUREL_MAIL_PASSWORD", "secret-word");
        refuses(with(open), "LAUREL_MAIL_TLS=none");
        Map<String, String> here = new HashMap<>(with(open));
        here.put("LAUREL_MAIL_HOST", "localhost");
        MailSettings.check(here);
        assertThat(MailSettings.ofMailer(here))
                .containsEntry("quarkus.mailer.start-tls", "DISABLED")
                .containsEntry("quarkus.mailer.tls", "false");
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(LEAST);
        settings.putAll(more);
        return settings;
    }

    private static void refuses(Map<String, String> settings, String words) {
        assertThatThrownBy(() -> MailSettings.check(settings))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith(words)
                .message()
                .doesNotContain("secret-word");
    }
}
