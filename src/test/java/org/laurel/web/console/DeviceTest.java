package org.laurel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36|Chrome, Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36 Edg/140.0|Edge, Windows",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1 Version/18.5 Mobile Safari/604.1|Safari, iPhone",
                "Mozilla/5.0 (Android 15; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0|Firefox, Android",
                "Apache-HttpClient/4.5|Apache-HttpClient/4.5"
            })
    void a_browser_is_named_in_two_words(String agent, String named) {
        assertThat(Device.of(agent)).isEqualTo(named);
    }

    @Test
    void what_is_long_and_unknown_is_cut() {
        assertThat(Device.of("x".repeat(100))).hasSize(60);
        assertThat(Device.of("")).isEmpty();
    }
}
