package org.laurel.shared.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchRulesTest {
    private final FetchRules rules =
            new FetchRules(List.of("http://localhost:9911", " https://10.0.0.7 "), URI.create("http://localhost:8080"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/", "ftp://example.org/", "https://user:pw@example.org/", "https://127.0.0.1/",
                "https://[::1]/", "https://2130706433/", "https://0x7f000001/", "https://127.1/",
                "https://1.2.3.4.:8443/", "https://example.org:22/", "https://example.org:80/", "https:///path",
                "mailto:a@example.org", "/relative", "http://localhost:9912/", "https://localhost:9911@evil.example/",
                "data:text/plain,hello"
            })
    void does_not_go_there(String url) {
        FetchException refusal = catchThrowableOfType(FetchException.class, () -> rules.check(URI.create(url)));
        assertThat(refusal.reason()).isEqualTo(FetchException.Reason.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/", "https://EXAMPLE.org:443/x?y#z", "https://example.org:8443/",
                "https://xn--bcher-kva.example/", "https://3com.example/", "http://localhost:9911/any",
                "http://localhost:8080/status/1-1", "https://10.0.0.7/"
            })
    void goes_there(String url) throws FetchException {
        assertThat(rules.check(URI.create(url)).host()).isNotEmpty();
    }

    @Test
    void our_own_origin_is_free_only_while_it_is_plain_and_local() {
        FetchRules inProduction = new FetchRules(List.of(), URI.create("https://laurel.example"));
        assertThat(catchThrowableOfType(
                        FetchException.class, () -> inProduction.check(URI.create("http://localhost:8080/"))))
                .isNotNull();
    }

    @Test
    void hosts_that_the_operator_named_may_be_anywhere_but_not_plain() throws Exception {
        FetchRules named = FetchRules.ofTheOperator(URI.create("https://laurel.example"));
        Origin inside = named.check(URI.create("https://10.0.0.1/token"));
        List<InetAddress> addresses = List.of(InetAddress.getByName("10.0.0.1"));
        assertThat(named.choose(inside, addresses)).isEqualTo(addresses.get(0));
        for (String url : List.of("http://localhost:9090/", "http://example.org/", "https://user:pw@example.org/")) {
            assertThat(catchThrowableOfType(FetchException.class, () -> named.check(URI.create(url))))
                    .isNotNull();
        }
        FetchRules atHome = FetchRules.ofTheOperator(URI.create("http://localhost:8080"));
        assertThat(atHome.check(URI.create("http://localhost:9090/")).port()).isEqualTo(9090);
        assertThat(catchThrowableOfType(FetchException.class, () -> atHome.check(URI.create("http://example.org/"))))
                .isNotNull();
    }

    @Test
    void one_address_that_is_not_public_is_enough_to_refuse() throws Exception {
        Origin origin = rules.check(URI.create("https://example.org/"));
        List<InetAddress> addresses = List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
        assertThat(catchThrowableOfType(FetchException.class, () -> rules.choose(origin, addresses))
                        .getMessage())
                .contains("example.org")
                .doesNotContain("10.0.0.1");
        assertThat(rules.choose(origin, addresses.subList(0, 1))).isEqualTo(addresses.get(0));
    }

    @Test
    void a_setting_that_is_no_origin_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FetchRules(List.of("http://localhost:1/path"), URI.create("http://localhost")))
                .withMessageContaining("expected an origin");
    }
}
