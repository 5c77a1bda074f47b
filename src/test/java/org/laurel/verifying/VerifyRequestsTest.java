package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;

class VerifyRequestsTest {

    @Test
    void takes_a_mebibyte_and_not_a_byte_more() {
        assertThat(VerifyRequests.checked(new byte[1 << 20])).hasSize(1 << 20);
        assertThat(refusal(() -> VerifyRequests.checked(new byte[(1 << 20) + 1])))
                .isEqualTo(ProblemType.TOO_LARGE);
        assertThat(refusal(() -> VerifyRequests.checked(null))).isEqualTo(ProblemType.NOT_A_CREDENTIAL);
    }

    @Test
    void tells_a_link_from_a_credential() {
        assertThat(VerifyRequests.jsonLink(bytes("{\"url\":\"https://a.example/1\"}")))
                .contains(URI.create("https://a.example/1"));
        assertThat(VerifyRequests.jsonLink(bytes("{\"url\":\"https://a.example/1\",\"type\":\"x\"}")))
                .isEmpty();
        assertThat(VerifyRequests.jsonLink(bytes("not json"))).isEmpty();
        assertThat(VerifyRequests.textLink(bytes(" https://a.example/1\n")))
                .contains(URI.create("https://a.example/1"));
        assertThat(VerifyRequests.textLink(bytes("eyJ.eyJ.sig"))).isEmpty();
    }

    @Test
    void refuses_a_link_that_is_no_url() {
        assertThat(refusal(() -> VerifyRequests.jsonLink(bytes("{\"url\":\"no url\"}"))))
                .isEqualTo(ProblemType.BAD_PARAMETER);
        assertThat(refusal(() -> VerifyRequests.url(null, "?url"))).isEqualTo(ProblemType.BAD_PARAMETER);
        assertThat(refusal(() -> VerifyRequests.url("/relative", "?url"))).isEqualTo(ProblemType.BAD_PARAMETER);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<link rel=\"alternate\" type=\"application/vc\" href=\"/c/1.json\">|https://a.example/c/1.json",
                "<LINK href='1.json?a=1&amp;b=2' type='application/vc' rel='alternate' />|https://a.example/c/1.json?a=1&b=2",
                "<link rel=alternate type=application/vc+jwt href=\"https://b.example/1.jwt\">|https://b.example/1.jwt",
                "<link rel=\"alternate\" type=\"application/vcard\" href=\"/c/1.vcf\">|",
                "<link rel=\"stylesheet\" type=\"application/vc\" href=\"/c/1.css\">|",
                "<a rel=\"alternate\" type=\"application/vc\" href=\"/c/1.json\">|",
                "<link rel=\"alternate\" type=\"application/vc\" href=\"ht tp://\">|"
            })
    void finds_the_credential_that_a_page_names(String head, String expected) {
        Fetched page = page("text/html", head);
        assertThat(SharePage.alternate(page))
                .isEqualTo(Optional.ofNullable(expected).map(URI::create));
        assertThat(SharePage.alternate(page("application/json", head))).isEmpty();
    }

    private static Fetched page(String type, String head) {
        return new Fetched(
                URI.create("https://a.example/c/1"), type, bytes("<html><head>" + head + "</head>"), Instant.EPOCH);
    }

    private static ProblemType refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).type();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
