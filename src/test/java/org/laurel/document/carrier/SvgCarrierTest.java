package org.laurel.document.carrier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgCarrierTest {
    private static final String JWS = "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2ln";
    private static final String OB = "https://purl.imsglobal.org/ob/v3p0";

    @ParameterizedTest
    @MethodSource("org.laurel.document.carrier.PngCarrierTest#texts")
    void what_goes_in_comes_out(String text) throws CarrierException {
        byte[] baked = SvgCarrier.bake(Pictures.SVG.getBytes(UTF_8), text);
        CarriedCredential found = SvgCarrier.find(baked).orElseThrow();
        assertThat(found.text()).isEqualTo(text.replace("\r\n", "\n")); // XML 1.0 §2.11
        assertThat(found.carrier()).isEqualTo("svg");
        assertThat(found.notes()).containsExactly("it was inside an SVG");
    }

    @Test
    void baking_writes_what_the_standard_shows_and_nothing_else_changes() throws CarrierException {
        String baked = new String(SvgCarrier.bake(Pictures.SVG.getBytes(UTF_8), JWS), UTF_8);
        String element = "<openbadges:credential verify=\"" + JWS + "\"></openbadges:credential>";
        assertThat(baked)
                .contains("<svg xmlns:openbadges=\"" + OB + "\" xmlns=")
                .contains("width=\"9\">" + element);
        assertThat(baked.replace(element, "").replace(" xmlns:openbadges=\"" + OB + "\"", ""))
                .isEqualTo(Pictures.SVG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16BE", "UTF-16LE"})
    void a_drawing_in_utf_16_is_read_as_xml_asks(String encoding) throws Exception {
        String baked = new String(SvgCarrier.bake(Pictures.SVG.getBytes(UTF_8), JWS), UTF_8);
        byte[] wide = ("\uFEFF" + baked).getBytes(encoding);
        assertThat(SvgCarrier.looksLike(wide)).isTrue();
        assertThat(SvgCarrier.find(wide).orElseThrow().text()).isEqualTo(JWS);
        assertThat(SvgCarrier.looksLike("\uFEFF<html><svg></svg></html>".getBytes(encoding)))
                .isFalse();
    }

    @Test
    void baking_again_replaces_also_in_a_large_drawing() throws CarrierException {
        String large = Pictures.SVG.replace(
                "<circle", "<!-- <a> ' --><?x <?><path id='>' d=\"" + "M 1 1 ".repeat(20_000) + "\"/>\r\n<circle");
        byte[] once = SvgCarrier.bake(large.getBytes(UTF_8), JWS);
        byte[] json = SvgCarrier.bake(large.getBytes(UTF_8), "{\"a\":\"" + "]]>😀".repeat(5000) + "\"}");
        assertThat(Arrays.equals(SvgCarrier.bake(json, JWS), once)).isTrue();
        String late = new String(once, UTF_8);
        String element = late.substring(late.indexOf("<openbadges:"), late.indexOf("<title>"));
        String moved = late.replace(element, "").replace("</svg>", element + "</svg>");
        assertThat(SvgCarrier.find(SvgCarrier.bake(moved.getBytes(UTF_8), "{}")).orElseThrow())
                .satisfies(found -> assertThat(found.text()).isEqualTo("{}"))
                .satisfies(found -> assertThat(found.notes()).hasSize(1));
    }

    @Test
    void a_prefix_that_means_something_else_is_left_alone() throws CarrierException {
        String older = svg("xmlns:openbadges=\"http://openbadges.org\"", "<openbadges:assertion verify=\"x\"/>");
        byte[] baked = SvgCarrier.bake(older.getBytes(UTF_8), JWS);
        assertThat(SvgCarrier.find(baked).orElseThrow().text()).isEqualTo(JWS);
        assertThat(SvgCarrier.find(baked).orElseThrow().notes()).hasSize(2);
    }

    @Test
    void the_element_is_found_by_its_namespace_whatever_its_prefix() throws CarrierException {
        assertThat(text("xmlns:x=\"" + OB + "\"", "<g><x:credential verify=\"" + JWS + "\"/></g>"))
                .contains(JWS);
        assertThat(text("", "<credential xmlns=\"" + OB + "\">{\"a\":1}</credential>"))
                .contains("{\"a\":1}");
        assertThat(text("xmlns:openbadges=\"https://a.example/\"", "<openbadges:credential verify=\"" + JWS + "\"/>"))
                .isEmpty();
        assertThat(text("", "")).isEmpty();
    }

    @Test
    void older_badges_and_records_are_known() throws CarrierException {
        Optional<CarriedCredential> ob2 = SvgCarrier.find(
                svg("xmlns:o=\"http://openbadges.org\"", "<o:assertion verify=\"https://a.example/1\"/>")
                        .getBytes(UTF_8));
        assertThat(ob2.orElseThrow().text()).isEqualTo("https://a.example/1");
        assertThat(ob2.orElseThrow().notes()).contains("it is marked as an Open Badge 2.0");
        assertThat(text("xmlns:c=\"https://purl.imsglobal.org/clr/v2p0\"", "<c:credential verify=\"" + JWS + "\"/>"))
                .contains(JWS);
    }

    @Test
    void cdata_in_parts_and_an_empty_verify_are_read() throws CarrierException {
        assertThat(text(
                        "xmlns:x=\"" + OB + "\"",
                        "<x:credential verify=\" \">\n<![CDATA[{\"a\":\"]]]]><!-- c --><![CDATA[>®\",]]>&#34;b&quot;"
                                + "<![CDATA[:1}]]>\n</x:credential>"))
                .contains("{\"a\":\"]]>®\",\"b\":1}");
    }

    @Test
    void a_hosted_assertion_that_stands_beside_its_address_is_taken_whole() throws CarrierException {
        assertThat(
                        text(
                                "xmlns:o=\"http://openbadges.org\"",
                                "<o:assertion verify=\"https://a.example/1\"><![CDATA[{\"id\":\"https://a.example/1\"}]]></o:assertion>"))
                .contains("{\"id\":\"https://a.example/1\"}");
        assertThat(text(
                        "xmlns:o=\"http://openbadges.org\"",
                        "<o:assertion verify=\"" + JWS + "\">{\"id\":1}</o:assertion>"))
                .contains(JWS);
    }

    @Test
    void the_first_of_two_is_taken_and_the_second_told() throws CarrierException {
        String two = svg("xmlns:x=\"" + OB + "\"", "<x:credential verify=\"a.b.c\"/><x:credential verify=\"d.e.f\"/>");
        CarriedCredential found = SvgCarrier.find(two.getBytes(UTF_8)).orElseThrow();
        assertThat(found.text()).isEqualTo("a.b.c");
        assertThat(found.notes()).contains("the SVG holds 2 credentials, of which the first is judged");
    }

    @Test
    void scripts_are_passed_over() throws CarrierException {
        assertThat(text("onload=\"alert(1)\"", "<script>alert('<![CDATA[x]]>')</script>"))
                .isEmpty();
    }

    @Test
    void a_doctype_is_refused_and_nothing_is_fetched() {
        assertFault("<!DOCTYPE svg>" + svg("", ""), "DOCTYPE");
        assertFault(
                "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>" + svg("", "<title>&e;</title>"),
                "DOCTYPE");
        assertFault(
                "<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + svg("", "<title>&b;</title>"),
                "DOCTYPE");
        assertFault(svg("", "<title>&e;</title>"), "not well-formed");
    }

    @Test
    void what_is_no_sound_svg_is_refused() {
        assertFault("<svg/>", "not an svg element of the SVG namespace");
        assertFault("<html><svg/></html>", "not an svg element");
        assertFault(Pictures.SVG.replace("</svg>", ""), "not well-formed");
        assertFault(svg("", "<g>".repeat(300) + "</g>".repeat(300)), "more than 64 deep");
        assertFault(svg("xmlns:x=\"" + OB + "\"", "<x:credential><a/></x:credential>"), "elements inside");
        assertFault(
                svg("xmlns:x=\"" + OB + "\"", "<x:credential>" + "x".repeat((1 << 20) + 1) + "</x:credential>"),
                "larger than 1 MiB");
        assertFault(" ".repeat((10 << 20) + 1), "larger than 10 MiB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg/>",
                "\uFEFF \n<?xml version='1.0'?><!-- c --><s:svg xmlns:s='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg PUBLIC 'a' 'b'><svg\nwidth='1'>"
            })
    void an_svg_is_told_by_its_beginning(String svg) {
        assertThat(SvgCarrier.looksLike(svg.getBytes(UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"a\":\"<svg>\"}", "<!doctype html><body><svg></svg>", "<svgx/>", "eyJ.eyJ.x"})
    void what_is_no_svg_is_told_too(String other) {
        assertThat(SvgCarrier.looksLike(other.getBytes(UTF_8))).isFalse();
    }

    private static String svg(String attributes, String inside) {
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + attributes + ">" + inside + "</svg>";
    }

    private static Optional<String> text(String attributes, String inside) throws CarrierException {
        return SvgCarrier.find(svg(attributes, inside).getBytes(UTF_8)).map(CarriedCredential::text);
    }

    private static void assertFault(String svg, String fault) {
        assertThatExceptionOfType(CarrierException.class)
                .isThrownBy(() -> SvgCarrier.find(svg.getBytes(UTF_8)))
                .withMessageContaining(fault);
    }
}
