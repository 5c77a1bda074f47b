package org.laurel.verifying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.problem.ProblemException;
import org.laurel.shared.problem.ProblemType;
import org.laurel.verifying.check.VerificationInput;

class InputFormsTest {

    private static final String JWS = "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2ln";

    @Test
    void text_may_have_a_mebibyte_and_a_picture_ten() {
        assertThat(read(new byte[1 << 20])).isInstanceOf(ReadInput.Credential.class);
        assertThat(refusal(() -> read(new byte[(1 << 20) + 1]))).isEqualTo(ProblemType.TOO_LARGE);
        byte[] png = Arrays.copyOf(Pictures.png(), (1 << 20) + 1);
        assertThat(read(png)).isInstanceOf(ReadInput.Unreadable.class);
        assertThat(refusal(() -> read(Arrays.copyOf(png, (10 << 20) + 1)))).isEqualTo(ProblemType.TOO_LARGE);
        assertThat(read(new byte[0])).isInstanceOf(ReadInput.Unreadable.class);
    }

    @Test
    void tells_a_link_from_a_credential() {
        ReadInput link = new ReadInput.Link(URI.create("https://a.example/1"));
        assertThat(read(bytes("{\"url\":\"https://a.example/1\"}"))).isEqualTo(link);
        assertThat(read(bytes(" https://a.example/1\n"))).isEqualTo(link);
        assertThat(found(bytes("{\"url\":\"https://a.example/1\",\"type\":\"x\"}"))
                        .form())
                .isEqualTo("json");
        assertThat(found(bytes("not json")).form()).isEqualTo("jwt");
    }

    @Test
    void a_host_may_be_written_in_any_script() {
        assertThat(InputForms.url("https://münchen.example:8443/größe?a=ü", "").toString())
                .isEqualTo("https://xn--mnchen-3ya.example:8443/gr%C3%B6%C3%9Fe?a=%C3%BC");
    }

    @Test
    void refuses_a_link_that_is_no_url() {
        assertThat(refusal(() -> read(bytes("{\"url\":\"no url\"}")))).isEqualTo(ProblemType.BAD_PARAMETER);
        assertThat(refusal(() -> InputForms.url(null, "?url"))).isEqualTo(ProblemType.BAD_PARAMETER);
        assertThat(refusal(() -> InputForms.url("/relative", "?url"))).isEqualTo(ProblemType.BAD_PARAMETER);
    }

    @Test
    void a_jwt_broken_into_lines_is_joined_and_nothing_else_is() {
        String broken = " eyJhbGciOiJF\r\n ZERTQSJ9.eyJh\tIjoxfQ.\nc2ln\n";
        assertThat(new String(found(bytes(broken)).bytes(), StandardCharsets.UTF_8))
                .isEqualTo(JWS);
        assertThat(found(bytes("a b c")).bytes()).isEqualTo(bytes("a b c"));
        assertThat(found(bytes("{\"a\": \"b c\"}")).bytes()).isEqualTo(bytes("{\"a\": \"b c\"}"));
        assertThat(found(bytes("a.b.c~d\n~e.f.g")).bytes()).isEqualTo(bytes("a.b.c~d~e.f.g"));
    }

    @Test
    void takes_a_credential_out_of_what_carries_it() throws CarrierException {
        byte[] png = PngCarrier.bake(Pictures.png(), "{\"a\":\"®\"}");
        assertThat(read(png))
                .isEqualTo(new ReadInput.Credential(
                        VerificationInput.of(bytes("{\"a\":\"®\"}"), "png").noting(List.of("it was inside a PNG"))));
        byte[] svg = SvgCarrier.bake(bytes(Pictures.SVG), JWS);
        assertThat(found(svg).form()).isEqualTo("svg");
        assertThat(found(svg).bytes()).isEqualTo(bytes(JWS));
    }

    @Test
    void reads_a_code_where_nothing_is_inside() throws CarrierException {
        byte[] photograph = Pictures.qr("https://a.example/1", "jpeg");
        assertThat(read(photograph)).isEqualTo(new ReadInput.Link(URI.create("https://a.example/1"), true));
        byte[] code = Pictures.qr(JWS, "png");
        assertThat(found(code).bytes()).isEqualTo(bytes(JWS));
        assertThat(found(code).notes()).containsExactly("it was in a QR code");
        assertThat(found(PngCarrier.bake(code, "{}")).bytes()).isEqualTo(bytes("{}"));
    }

    @Test
    void says_what_is_wrong_with_a_picture() throws CarrierException {
        assertThat(read(Pictures.png()))
                .isEqualTo(new ReadInput.Unreadable("png", "there is no credential inside the picture"));
        assertThat(read(bytes(Pictures.SVG)))
                .isEqualTo(new ReadInput.Unreadable("svg", "there is no credential inside the picture"));
        byte[] changed = PngCarrier.bake(Pictures.png(), JWS);
        changed[changed.length - 20] ^= 1;
        assertThat(((ReadInput.Unreadable) read(changed)).detail()).contains("has a wrong CRC");
        assertThat(((ReadInput.Unreadable) read(bytes("<!DOCTYPE svg>" + "<svg/>"))).detail())
                .contains("DOCTYPE");
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
                "<a rel=\"alternate\" type=\"application/vc\" href=\"/c/1.json\">|https://a.example/c/1.json",
                "<a href='/c/1.jwt' download type='application/vc+jwt'>JWT</a>|https://a.example/c/1.jwt",
                "<a href=\"/c/1.json\">JSON</a><a href=\"/data.json\" type=\"application/json\">|",
                "<link rel=\"alternate\" type=\"application/vc\" href=\"ht tp://\">|"
            })
    void finds_the_credential_that_a_page_names(String head, String expected) {
        Fetched page = page("text/html", head);
        assertThat(SharePage.alternate(page))
                .isEqualTo(Optional.ofNullable(expected).map(URI::create));
        assertThat(SharePage.alternate(page("application/json", head))).isEmpty();
    }

    @Test
    void a_jwt_in_quotes_is_the_jwt() {
        assertThat(found(bytes("\"" + JWS + "\""))).isEqualTo(found(bytes(JWS)));
        assertThat(read(bytes("\"https://a.example/c/1\"")))
                .isEqualTo(new ReadInput.Link(URI.create("https://a.example/c/1")));
        assertThat(found(bytes("\"" + JWS)).form()).isEqualTo("json");
    }

    private static Fetched page(String type, String head) {
        return new Fetched(
                URI.create("https://a.example/c/1"), type, bytes("<html><head>" + head + "</head>"), Instant.EPOCH);
    }

    private static ReadInput read(byte[] bytes) {
        return InputForms.read(bytes);
    }

    private static VerificationInput found(byte[] bytes) {
        return ((ReadInput.Credential) read(bytes)).input();
    }

    private static ProblemType refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).type();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
