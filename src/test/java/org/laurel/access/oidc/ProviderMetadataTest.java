package org.laurel.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.fixture.FakeClock;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.NamedHosts;
import org.laurel.shared.origin.BaseUrl;

class ProviderMetadataTest {
    private static final ProviderClient CLIENT = new ProviderClient("https://login.example", "laurel", "secret", "L");
    private static final String GOOD = """
            {"issuer":"https://login.example","authorization_endpoint":"https://login.example/authorize",
            "token_endpoint":"https://login.example/token","jwks_uri":"https://login.example/keys",
            "response_types_supported":["code"],"subject_types_supported":["public"]}""";

    private final FakeClock clock = new FakeClock("2026-11-28T00:00:00Z");
    private final Host host = new Host();
    private final ProviderMetadata metadata =
            new ProviderMetadata(host, new BaseUrl("https://badges.example.org"), clock);

    /** A host that says one thing, and counts how often. */
    private static final class Host implements NamedHosts {
        private String says = GOOD;
        private int asked;

        @Override
        public Uni<Fetched> get(URI uri, Optional<String> authorization) {
            asked++;
            assertThat(uri).hasToString("https://login.example/.well-known/openid-configuration");
            return Uni.createFrom()
                    .item(new Fetched(uri, "application/json", says.getBytes(StandardCharsets.UTF_8), Instant.EPOCH));
        }

        @Override
        public Uni<Fetched> post(URI uri, String form, Optional<String> authorization) {
            throw new AssertionError();
        }
    }

    @Test
    void is_asked_again_after_ten_minutes() {
        read();
        read();
        assertThat(host.asked).isEqualTo(1);
        clock.advance(Duration.ofMinutes(11));
        assertThat(read().getTokenEndpointURI()).hasToString("https://login.example/token");
        assertThat(host.asked).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'\"issuer\":\"https://login.example\"', '\"issuer\":\"https://login.example/\"'",
        "token_endpoint, other",
        "jwks_uri, other",
        "authorization_endpoint, other",
        "https://login.example/authorize, http://login.example/authorize",
        "'{', '['"
    })
    void what_does_not_hold_is_refused_and_not_kept(String good, String bad) {
        host.says = GOOD.replace(good, bad);
        assertThatThrownBy(this::read).isInstanceOf(WrongAnswerException.class);
        host.says = GOOD;
        assertThat(read().getIssuer().getValue()).isEqualTo("https://login.example");
    }

    private OIDCProviderMetadata read() {
        return metadata.of(CLIENT).await().atMost(Duration.ofSeconds(5));
    }
}
