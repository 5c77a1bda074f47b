package org.laurel.securing.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.fixture.SharedData;
import org.laurel.securing.did.DidResolutionException.Reason;
import org.laurel.shared.fetch.FetchException;
import org.laurel.shared.fetch.Fetched;
import org.laurel.shared.fetch.Fetcher;

class DidWebResolverTest {
    private static final Instant THEN = Instant.parse("2026-11-25T00:00:00Z");
    private static final URI LOCAL = URI.create("http://localhost:8080");

    @TestFactory
    Stream<DynamicTest> published_dids_lead_to_their_urls() {
        DidWebResolver resolver = new DidWebResolver(answering(""), PlainOrigins.none());
        return SharedData.json("vectors/did-web.json").path("resolve").properties().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> assertThat(resolver.address(Did.parse(e.getKey())))
                        .hasToString(e.getValue().asText())));
    }

    @TestFactory
    Stream<DynamicTest> dids_that_lead_nowhere_are_refused() {
        DidWebResolver resolver = new DidWebResolver(answering(""), PlainOrigins.none());
        return StreamSupport.stream(
                        SharedData.json("vectors/did-web.json").path("refuse").spliterator(), false)
                .map(did -> DynamicTest.dynamicTest(
                        did.asText(), () -> assertThatThrownBy(() -> resolver.address(Did.parse(did.asText())))
                                .isInstanceOf(IllegalArgumentException.class)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "did:web:localhost%3A8080",
                "did:web:example.com%3A0",
                "did:web:example.com%3A65536",
                "did:web:example.com%3A80%3A80",
                "did:web:user%40example.com",
                "did:web:example.com:%2E%2E:admin",
                "did:web:example.com:a%2Fb",
                "did:web:example.com:a%3Fb",
                "did:web:example.com:%00",
                "did:web:1.2.3.4",
                "did:web:example.1",
                "did:web:-a.example",
            })
    void refuses_unsafe_addresses(String did) {
        DidWebResolver resolver = new DidWebResolver(answering(""), PlainOrigins.none());
        assertThatThrownBy(() -> resolver.address(Did.parse(did))).isInstanceOf(IllegalArgumentException.class);
        assertThat(reason(resolver, did)).isEqualTo(Reason.INVALID);
    }

    @Test
    void goes_over_http_to_the_named_origins_only() {
        PlainOrigins plain = PlainOrigins.of(List.of(LOCAL, URI.create("https://named.example:8443")));
        DidWebResolver resolver = new DidWebResolver(answering(""), plain);
        assertThat(resolver.address(Did.parse("did:web:named.example%3A8443")))
                .hasToString("https://named.example:8443/.well-known/did.json");
        assertThat(resolver.address(Did.parse("did:web:localhost%3A8080:issuers:1")))
                .hasToString("http://localhost:8080/issuers/1/did.json");
        assertThatThrownBy(() -> resolver.address(Did.parse("did:web:localhost%3A8081")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(resolver.address(Did.parse("did:web:example.com")))
                .hasToString("https://example.com/.well-known/did.json");
    }

    @Test
    void gives_the_document_and_when_it_was_fetched() {
        DidDocument document = new DidWebResolver(answering("{\"id\":\"did:web:example.com\"}"), PlainOrigins.none())
                .resolve(Did.parse("did:web:example.com"))
                .await()
                .indefinitely();
        assertThat(document.obtainedAt()).isEqualTo(THEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":\"did:web:example.org\"}", "[]", "not json", "{\"id\":1}"})
    void refuses_a_document_that_is_not_the_dids(String body) {
        assertThat(reason(new DidWebResolver(answering(body), PlainOrigins.none()), "did:web:example.com"))
                .isEqualTo(Reason.INVALID);
    }

    @Test
    void refuses_a_document_from_another_host() {
        Fetcher elsewhere = (uri, accept) -> Uni.createFrom()
                .item(new Fetched(URI.create("https://example.org/did.json"), "application/json", new byte[0], THEN));
        assertThat(reason(new DidWebResolver(elsewhere, PlainOrigins.none()), "did:web:example.com"))
                .isEqualTo(Reason.INVALID);
    }

    @ParameterizedTest
    @EnumSource(FetchException.Reason.class)
    void tells_out_of_reach_from_wrong(FetchException.Reason reason) {
        Map<FetchException.Reason, Reason> expected = Map.of(
                FetchException.Reason.UNREACHABLE, Reason.OUT_OF_REACH,
                FetchException.Reason.BAD_STATUS, Reason.NOT_FOUND,
                FetchException.Reason.REFUSED, Reason.NOT_ASKED,
                FetchException.Reason.TOO_LARGE, Reason.INVALID);
        Fetcher failing = (uri, accept) -> Uni.createFrom().failure(new FetchException(reason, "example.com: no"));
        assertThat(reason(new DidWebResolver(failing, PlainOrigins.none()), "did:web:example.com"))
                .isEqualTo(expected.get(reason));
    }

    @ParameterizedTest
    @CsvSource({"404, NOT_FOUND", "410, NOT_FOUND", "429, OUT_OF_REACH", "500, OUT_OF_REACH", "503, OUT_OF_REACH"})
    void a_host_in_trouble_leaves_the_question_open(int status, Reason expected) {
        Fetcher failing = (uri, accept) -> Uni.createFrom().failure(FetchException.badStatus("example.com", status));
        assertThat(reason(new DidWebResolver(failing, PlainOrigins.none()), "did:web:example.com"))
                .isEqualTo(expected);
    }

    @Test
    void other_methods_are_not_supported() {
        DidResolvers resolvers = new DidResolvers(List.of());
        assertThatThrownBy(() ->
                        resolvers.resolve(Did.parse("did:ion:abc")).await().indefinitely())
                .cause()
                .hasMessageContaining("\"ion\"");
    }

    private static Fetcher answering(String body) {
        return (uri, accept) -> Uni.createFrom()
                .item(new Fetched(uri, "application/json", body.getBytes(StandardCharsets.UTF_8), THEN));
    }

    private static Reason reason(DidResolver resolver, String did) {
        return resolver.resolve(Did.parse(did))
                .map(document -> Optional.<Reason>empty())
                .onFailure(DidResolutionException.class)
                .recoverWithItem(e -> Optional.of(((DidResolutionException) e).reason()))
                .await()
                .indefinitely()
                .orElseThrow();
    }
}
