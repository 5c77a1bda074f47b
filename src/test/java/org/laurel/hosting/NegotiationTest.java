package org.laurel.hosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.laurel.hosting.Representation.HTML;
import static org.laurel.hosting.Representation.JSON;
import static org.laurel.hosting.Representation.JWT;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {
    private static final List<Representation> ALL = List.of(JSON, JWT, HTML);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "*/*", "application/*", "text/*;q=0.1, */*"})
    void without_a_wish_the_first_form_is_served(@Nullable String accept) {
        assertThat(Negotiation.choose(accept, ALL)).contains(new Negotiation.Choice(JSON, "application/json"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/vc | JSON | application/vc",
                "application/ld+json | JSON | application/ld+json",
                "APPLICATION/VC+JWT | JWT | application/vc+jwt",
                "text/plain | JWT | text/plain",
                "text/html | HTML | text/html",
                "text/html, application/json | HTML | text/html",
                "text/html;q=0.8, application/json | JSON | application/json",
                "text/html; charset=utf-8 ;q=0.9, application/json ; Q=0.3 | HTML | text/html",
                "image/png, text/html;q=0.001 | HTML | text/html",
                "*/*, text/html | HTML | text/html",
                "text/* | JWT | text/plain",
                "application/json;q=0, application/vc | JSON | application/vc",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | HTML | text/html",
                "application/json;q=2, text/html | HTML | text/html",
            })
    void a_wish_is_followed(String accept, Representation form, String mediaType) {
        assertThat(Negotiation.choose(accept, ALL)).contains(new Negotiation.Choice(form, mediaType));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"image/png", "text/html;q=0", "text/html;q=x", ",", ";", "html", "application/jsonx", "text/htm"
            })
    void what_is_not_offered_is_not_served(String accept) {
        assertThat(Negotiation.choose(accept, ALL)).isEmpty();
    }

    @Test
    void what_is_refused_by_name_is_not_served_by_a_wild_card() {
        assertThat(Negotiation.choose("application/json;q=0, application/*", ALL))
                .map(Negotiation.Choice::mediaType)
                .isNotEqualTo(Optional.of("application/json"));
        assertThat(Negotiation.choose("text/html;q=0, */*", List.of(HTML))).isEmpty();
    }

    @Test
    void an_endless_header_is_cut_short() {
        assertThat(Negotiation.choose("image/png,".repeat(100_000) + "text/html", ALL))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1-abc.json, 1-abc, JSON",
        "1-abc.jwt, 1-abc, JWT",
        "1-abc.html, 1-abc, HTML",
        "1.json.jwt, 1.json, JWT",
        ".json, '', JSON"
    })
    void a_suffix_asks_for_a_form(String segment, String name, Representation form) {
        assertThat(Suffixed.of(segment)).isEqualTo(new Suffixed(name, Optional.of(form)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-abc", "1-abc.gif", "1-abc.JSON", "json", "1-abc.json ", ""})
    void another_ending_is_part_of_the_name(String segment) {
        assertThat(Suffixed.of(segment)).isEqualTo(new Suffixed(segment, Optional.empty()));
    }
}
