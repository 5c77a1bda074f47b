package org.laurel.notifying.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MailConfigTest {

    @Test
    void mail_is_off_until_a_host_is_set() {
        for (Map<String, String> environment :
                java.util.List.of(Map.<String, String>of(), Map.of("LAUREL_MAIL_HOST", ""))) {
            MailConfig config = config(environment);
            assertThat(config.isOn()).isFalse();
            assertThat(config.port()).isEqualTo(587);
            assertThat(config.tls()).isEqualTo("starttls");
            assertThat(config.perMinute()).isEqualTo(60);
            assertThat(config.language()).isEqualTo("en");
        }
    }

    @Test
    void every_setting_has_its_name() {
        MailConfig config = config(Map.of(
                "LAUREL_MAIL_HOST", "mail.example.org",
                "LAUREL_MAIL_PORT", "465",
                "LAUREL_MAIL_USERNAME", "laurel",
                "LAUREL_MAIL_PASSWORD", "secret-word",
                "LAUREL_MAIL_FROM", "badges@example.org",
                "LAUREL_MAIL_TLS", "tls",
                "LAUREL_MAIL_PER_MINUTE", "600",
                "LAUREL_MAIL_LANGUAGE", "es"));
        assertThat(config.isOn()).isTrue();
        assertThat(config.host()).contains("mail.example.org");
        assertThat(config.port()).isEqualTo(465);
        assertThat(config.username()).contains("laurel");
        assertThat(config.password()).contains("secret-word");
        assertThat(config.from()).contains("badges@example.org");
        assertThat(config.tls()).isEqualTo("tls");
        assertThat(config.perMinute()).isEqualTo(600);
        assertThat(config.language()).isEqualTo("es");
    }

    private static MailConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(MailConfig.class)
                .build()
                .getConfigMapping(MailConfig.class);
    }
}
