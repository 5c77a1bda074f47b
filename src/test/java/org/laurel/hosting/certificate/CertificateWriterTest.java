package org.laurel.hosting.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.laurel.document.carrier.CarrierException;
import org.laurel.document.carrier.PdfCarrier;
import org.laurel.hosting.picture.ShownPicture;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

class CertificateWriterTest {
    private static final Instant AWARDED = Instant.parse("2026-02-27T12:00:00Z");
    private static final String JSON = "{\"name\":\"Formative Assessment® 日本 👩‍🔬\"}";
    private static final String JWS = "eyJhbGciOiJFZERTQSJ9.eyJhIjoxfQ.c2ln";
    private static final URI PAGE = URI.create("https://badges.oakhill.example/credentials/1-Zk3x9QpLw7");
    private static final Certificate.Badge PLAIN = badge("Formative Assessment", "Uses evidence of learning.");
    private static final Certificate.Badge MARKUP =
            badge("<script>alert(1)</script> &amp; ]]>", "</p></style><style>* { display: none }</style>{color:red}");

    @BeforeAll
    static void validator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Stream<Certificate> certificates() {
        return Stream.of(
                certificate(PLAIN, "en", Certificate.Kind.VERIFIED),
                certificate(PLAIN, "es-MX", Certificate.Kind.REVOKED),
                certificate(badge("شهادة التقييم التكويني", "מחוז הלימוד (2026)"), "en", Certificate.Kind.EXPIRED),
                certificate(
                        badge("形成的評価 🎓 हिन्दी Zoe\u0308 \u0000\uD800", "e\u202Egnp.exe"),
                        "en",
                        Certificate.Kind.SUSPENDED),
                certificate(badge("W".repeat(300), "d".repeat(5000)), "es", Certificate.Kind.NOT_YET_VALID),
                certificate(MARKUP, "en", Certificate.Kind.CANNOT_TELL),
                certificate(pictured(1200, 3), "en", Certificate.Kind.VERIFIED),
                certificate(pictured(40, 900), "es", Certificate.Kind.VERIFIED));
    }

    @ParameterizedTest
    @MethodSource("certificates")
    void another_implementation_finds_that_it_keeps_the_standards(Certificate certificate) throws Exception {
        for (Paper paper : Paper.values()) {
            byte[] pdf = CertificateWriter.write(certificate, paper);
            assertThat(faults(pdf, PDFAFlavour.PDFA_3_B)).as("ISO 19005-3").isEmpty();
            assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).as("ISO 14289-1").isEmpty();
            assertThat(CertificateWriter.write(certificate, paper)).as("again").isEqualTo(pdf);
            assertThat(PdfCarrier.find(pdf).orElseThrow().text()).isEqualTo(JSON);
        }
    }

    @Test
    void the_credential_is_an_associated_file_to_the_byte() throws IOException, CarrierException {
        Certificate.Signed signed = new Certificate.Signed(JWS.getBytes(UTF_8), "application/vc+jwt");
        Certificate certificate = new Certificate(PLAIN, standing(Certificate.Kind.VERIFIED), PAGE, "en", signed);
        byte[] pdf = CertificateWriter.write(certificate, Paper.A4);
        assertThat(PdfCarrier.find(pdf).orElseThrow().text()).isEqualTo(JWS);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSArray associated = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.getPDFName("AF"));
            COSDictionary file = (COSDictionary) associated.getObject(0);
            assertThat(file.getNameAsString("AFRelationship")).isEqualTo("Data");
            assertThat(file.getString(COSName.UF)).isEqualTo("credential.jwt");
            COSDictionary stream = file.getCOSDictionary(COSName.EF).getCOSDictionary(COSName.F);
            assertThat(stream.getNameAsString(COSName.SUBTYPE)).isEqualTo("application/vc+jwt");
            COSDictionary parameters = stream.getCOSDictionary(COSName.PARAMS);
            assertThat(parameters.getInt(COSName.SIZE)).isEqualTo(JWS.length());
            assertThat(parameters.getString(COSName.MOD_DATE)).startsWith("D:20261127100000");
            assertThat(parameters.containsKey("CheckSum")).isTrue();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Formative Assessment – certificate");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void the_code_on_it_leads_to_the_page() throws Exception {
        try (PDDocument document = Loader.loadPDF(write(certificate(PLAIN, "en", Certificate.Kind.VERIFIED)))) {
            BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, 150);
            int width = picture.getWidth();
            int height = picture.getHeight();
            RGBLuminanceSource light =
                    new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
            assertThat(new QRCodeReader()
                            .decode(new BinaryBitmap(new HybridBinarizer(light)))
                            .getText())
                    .isEqualTo(PAGE.toString());
        }
    }

    @Test
    void the_picture_of_the_badge_is_on_it_in_its_own_proportions() throws IOException {
        assertThat(magenta(pictured(40, 20))).isBetween(1.9, 2.1);
        assertThat(magenta(pictured(300, 600))).isBetween(0.45, 0.55);
    }

    /** Width by height of what is magenta on the page. */
    private static double magenta(Certificate.Badge badge) throws IOException {
        try (PDDocument document = Loader.loadPDF(write(certificate(badge, "en", Certificate.Kind.VERIFIED)))) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 150);
            Rectangle box = new Rectangle(-1, -1);
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    if ((page.getRGB(x, y) & 0xFFFFFF) == 0xFF00FF) {
                        box.add(x, y);
                    }
                }
            }
            return box.getWidth() / box.getHeight();
        }
    }

    @Test
    void it_says_what_it_is_worth() throws IOException {
        assertThat(text(certificate(PLAIN, "en", Certificate.Kind.VERIFIED)))
                .contains(
                        "Formative Assessment",
                        "Oak Hill",
                        "Hand in two plans",
                        "AWARDED ON February 27, 2026",
                        "VALID FROM March 1, 2026",
                        "Verified",
                        "It holds")
                .contains("Status on November 27, 2026", "proves nothing by itself", PAGE.toString(), "credential.json")
                .doesNotContain("awarded to", "□");
        assertThat(text(certificate(PLAIN, "es", Certificate.Kind.REVOKED)))
                .contains("Revocada", "1 de marzo de 2026", "no demuestra nada por sí sola");
    }

    @Test
    void what_looks_like_markup_is_text() throws IOException {
        assertThat(text(certificate(MARKUP, "en", Certificate.Kind.VERIFIED)))
                .contains("<script>alert(1)</script> &amp; ]]>", "* { display: none }</style>{color:red}", "Verified");
    }

    @Test
    void what_the_fonts_lack_is_a_box_and_is_told() throws IOException {
        assertThat(text(certificate(badge("形成 Ada", "x"), "en", Certificate.Kind.VERIFIED)))
                .contains("□□ Ada", "cannot show stand as □");
        assertThat(new Letters().shown("a\u202Egnp\u2066\u00AD\u0007b \uD83D", 100))
                .isEqualTo("agnp b □");
        Letters letters = new Letters();
        assertThat(letters.shown("ab", 1)).isEqualTo("a…");
        assertThat(letters.lacking()).isTrue();
    }

    @Test
    void a_long_word_is_not_cut_and_long_criteria_flow_on() throws IOException {
        String text = text(certificate(badge("Ж".repeat(300), "x"), "en", Certificate.Kind.VERIFIED));
        assertThat(text.chars().filter(sign -> sign == 'Ж').count()).isEqualTo(300);
        List<String> criteria = Collections.nCopies(60, "It took long, and every step was written down. ".repeat(5));
        Certificate.Badge badge = new Certificate.Badge("A", "B", "Ada Lovelace", "", criteria, null, null);
        Certificate certificate = certificate(badge, "en", Certificate.Kind.VERIFIED);
        assertThat(text(certificate)).contains("awarded to", "Ada Lovelace");
        try (PDDocument document = Loader.loadPDF(write(certificate))) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
        }
        Certificate.Badge endless =
                new Certificate.Badge("A", "B", null, "", Collections.nCopies(5000, "It took long. "), null, null);
        Certificate cut = certificate(endless, "en", Certificate.Kind.VERIFIED);
        assertThat(text(cut)).contains("long texts are cut");
        try (PDDocument document = Loader.loadPDF(write(cut))) {
            assertThat(document.getNumberOfPages()).isLessThan(20);
        }
    }

    @Test
    void many_at_once_are_the_same() {
        Certificate certificate = certificate(PLAIN, "en", Certificate.Kind.VERIFIED);
        byte[] alone = write(certificate);
        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> write(certificate)))
                .allSatisfy(pdf -> assertThat(pdf).isEqualTo(alone));
    }

    @Test
    void a_link_that_is_none_to_a_page_is_refused() {
        Certificate.Signed signed = new Certificate.Signed(JWS.getBytes(UTF_8), "application/vc+jwt");
        Certificate.Standing standing = standing(Certificate.Kind.VERIFIED);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Certificate(PLAIN, standing, URI.create("javascript:alert(1)"), "en", signed));
    }

    private static byte[] write(Certificate certificate) {
        return CertificateWriter.write(certificate, Paper.LETTER);
    }

    private static String text(Certificate certificate) throws IOException {
        try (PDDocument document = Loader.loadPDF(write(certificate))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static Certificate.Badge badge(String name, String description) {
        return new Certificate.Badge(
                name, "Oak Hill", null, description, Arrays.asList("Hand in two plans."), AWARDED, null);
    }

    /** With a magenta picture whose edge lets the paper through. */
    private static Certificate.Badge pictured(int width, int height) {
        BufferedImage image = new BufferedImage(width + 2, height + 2, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x + 1, y + 1, 0xFFFF00FF);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ShownPicture picture = new ShownPicture(png.toByteArray(), "Two leaves & <laurel> 形");
        return new Certificate.Badge("Reading", "Oak Hill", null, "Teaches reading.", List.of(), null, picture);
    }

    private static Certificate.Standing standing(Certificate.Kind kind) {
        Instant at = Instant.parse("2026-11-27T10:00:00Z");
        return new Certificate.Standing(kind, "It holds", Instant.parse("2026-03-01T00:00:00Z"), null, at);
    }

    private static Certificate certificate(Certificate.Badge badge, String language, Certificate.Kind kind) {
        Certificate.Signed signed = new Certificate.Signed(JSON.getBytes(UTF_8), "application/vc");
        return new Certificate(badge, standing(kind), PAGE, language, signed);
    }
}
