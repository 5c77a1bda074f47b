package org.laurel.access.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.laurel.shared.origin.BaseUrl;

class PresentedTest {
    private static final BaseUrl LIVE = new BaseUrl("https://badges.example");

    @Test
    void a_bearer_token_is_read_whatever_the_case_of_its_scheme() {
        assertThat(with("GET", Map.of("Authorization", "bearer  abc ")).bearer())
                .contains("abc");
        assertThat(with("GET", Map.of("Authorization", "Basic abc")).bearer()).isEmpty();
        assertThat(with("GET", Map.of("Authorization", "Bearer ")).bearer()).isEmpty();
    }

    @Test
    void the_cookie_of_a_live_service_is_bound_to_its_host() {
        Map<String, String> cookies = Map.of("Cookie", "a=b; __Host-laurel-session=tok; laurel-session=other");
        assertThat(with("GET", cookies).session(LIVE)).contains("tok");
        assertThat(with("GET", cookies).session(new BaseUrl("http://localhost:8080")))
                .contains("other");
        assertThat(with("GET", Map.of("Cookie", "x__Host-laurel-session=tok")).session(LIVE))
                .isEmpty();
    }

    @Test
    void what_changes_something_has_to_come_from_our_own_pages() {
        assertThat(with("GET", Map.of("Origin", "https://evil.example")).isFromOurPages(LIVE))
                .isTrue();
        assertThat(with("POST", Map.of("Origin", "https://badges.example")).isFromOurPages(LIVE))
                .isTrue();
        assertThat(with("POST", Map.of("Origin", "https://evil.example", "Sec-Fetch-Site", "same-origin"))
                        .isFromOurPages(LIVE))
                .isFalse();
        assertThat(with("POST", Map.of("Origin", "null")).isFromOurPages(LIVE)).isFalse();
        assertThat(with("POST", Map.of("Origin", "null", "Sec-Fetch-Site", "cross-site"))
                        .isFromOurPages(LIVE))
                .isFalse();
        assertThat(with("POST", Map.of("Origin", "null", "Sec-Fetch-Site", "same-origin"))
                        .isFromOurPages(LIVE))
                .isTrue();
        assertThat(with("DELETE", Map.of("Sec-Fetch-Site", "same-origin")).isFromOurPages(LIVE))
                .isTrue();
        assertThat(with("DELETE", Map.of("Sec-Fetch-Site", "same-site")).isFromOurPages(LIVE))
                .isFalse();
        assertThat(with("DELETE", Map.of()).isFromOurPages(LIVE)).isFalse();
    }

    private static Presented with(String method, Map<String, String> headers) {
        return Presented.of(method, headers::get);
    }
}
