package org.laurel.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProviderConfigTest {

    @Test
    void every_setting_has_its_name() {
        ProviderClient client = ProviderClient.of(config(Map.of(
                        "LAUREL_OIDC_ISSUER",
                        "https://login.example.org/realms/district/",
                        "LAUREL_OIDC_CLIENT_ID",
                        "laurel",
                        "LAUREL_OIDC_CLIENT_SECRET",
                        "secret-word",
                        "LAUREL_OIDC_NAME",
                        "Oak Hill")))
                .orElseThrow();
        assertThat(client.issuer()).isEqualTo("https://login.example.org/realms/district/");
        assertThat(client.id()).isEqualTo("laurel");
        assertThat(client.secret()).isEqualTo("secret-word");
        assertThat(client.name()).isEqualTo("Oak Hill");
        assertThat(client.discovery())
                .isEqualTo(URI.create("https://login.example.org/realms/district/.well-known/openid-configuration"));
        assertThat(client.toString()).doesNotContain("secret-word");
    }

    @Test
    void without_settings_there_is_no_provider() {
        assertThat(ProviderClient.of(config(Map.of()))).isEmpty();
        assertThat(ProviderClient.of(config(Map.of("LAUREL_OIDC_ISSUER", "", "LAUREL_OIDC_NAME", ""))))
                .isEmpty();
    }

    private static ProviderConfig config(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(ProviderConfig.class)
                .build()
                .getConfigMapping(ProviderConfig.class);
    }
}
