package org.laurel.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.Carriers;
import org.laurel.document.carrier.Pictures;
import org.laurel.document.carrier.PngCarrier;
import org.laurel.document.carrier.SvgCarrier;
import org.laurel.fixture.SampleWorld;
import org.laurel.fixture.Samples;
import org.laurel.verifying.report.CheckOutcome;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.ProblemKind;
import org.laurel.verifying.report.VerificationReport;

/** What people really write comes through signing, baking, taking out and judging, each sign as it was. */
class RealTextTest {
    private final SampleWorld world = new SampleWorld();

    @Test
    void a_picture_with_two_badges_says_so() throws CarrierException {
        SampleWorld world = new SampleWorld();
        String badge = new String(world.signed(world.badge()), UTF_8);
        byte[] one = PngCarrier.bake(Pictures.png(), badge);
        byte[] two = Pictures.with(one, "iTXt", Pictures.text("openbadges", "\0\0\0\0", badge.getBytes(UTF_8)));
        VerificationReport report = world.judge(two);
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(report.checks().get(0).outcome()).isEqualTo(CheckOutcome.WARNING);
        assertThat(report.checks().get(0).problems().get(0).kind()).isEqualTo(ProblemKind.SEVERAL_INSIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Microsoft® Office™ – “Expert” ‘2026’ … 50 %",
                "🏅 👩🏽‍🌾 🏴‍☠️ 🇪🇺",
                "Café and Cafe\u0301, \u1e69 and s\u0323\u0307",
                "شهادة في علم النبات (Botany) תעודה",
                "\u202bright to left\u202c and \u2067isolated\u2069",
                "月桂樹 ローリエ 월계수 мирт ใบกระวาน कर्पूर",
                "𝕭𝖔𝖙𝖆𝖓𝖞 \uD83C\uDF3F 𠮷野家",
                "a\tb\nc \\ / \" ' < > & ]]> <!-- --> &amp; %20 {{x}} ${x}",
                "non-breaking\u00a0space, zero\u200bwidth, soft\u00adhyphen, \u2028line",
                "x² + y² ≤ π · 10⁻³ €",
                "noncharacter \ufffd replacement and \u00ff"
            })
    void survives_signing_baking_taking_out_and_judging(String text) throws Exception {
        ObjectNode badge = world.badge().put("name", text);
        Samples.put(badge, "/credentialSubject/achievement/name", JsonNodeFactory.instance.textNode(text));
        Samples.put(
                badge, "/credentialSubject/achievement/criteria/narrative", JsonNodeFactory.instance.textNode(text));
        for (byte[] signed : new byte[][] {world.signed(badge), world.jwt(badge, world.key())}) {
            assertSays(text, signed);
            byte[] png = PngCarrier.bake(Pictures.png(), new String(signed, UTF_8));
            assertThat(PngCarrier.find(png).orElseThrow().text().getBytes(UTF_8))
                    .isEqualTo(signed);
            assertSays(text, png);
            byte[] svg = SvgCarrier.bake(Pictures.SVG.getBytes(UTF_8), new String(signed, UTF_8));
            assertThat(SvgCarrier.find(svg).orElseThrow().text().getBytes(UTF_8))
                    .isEqualTo(signed);
            assertSays(text, svg);
        }
    }

    private void assertSays(String text, byte[] input) {
        assertThat(input.length).isLessThan(Carriers.MAX_BYTES);
        VerificationReport report = world.judge(input);
        assertThat(report.verified()).as(report.toString()).isTrue();
        assertThat(Optional.ofNullable(report.credential())
                        .map(CredentialReport::achievement)
                        .map(CredentialReport.Named::name))
                .hasValue(text);
    }
}
