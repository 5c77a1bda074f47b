package org.laurel.hosting.certificate;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import com.openhtmltopdf.bidi.support.ICUBidiSplitter;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * Writes certificates: PDF/A-3b (ISO 19005-3), tagged, on A4 or Letter, with the signed credential as an associated file.
 * Reads nothing but the class path, and needs neither a display nor fonts of the system. Computes, and belongs on a worker.
 */
public final class CertificateWriter {
    private static final String FAMILY = "DejaVu Sans";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    static {
        XRLog.setLoggingEnabled(false); // it logs at every step, and what a badge says has no place in our log
    }

    private CertificateWriter() {}

    /**
     * The certificate as a file; the same bytes for the same certificate, so that they can carry an entity tag.
     *
     * @throws IllegalArgumentException when the page's URL does not fit a QR code
     */
    public static byte[] write(Certificate certificate, Paper paper) {
        Labels labels = Labels.of(certificate.language());
        PdfRendererBuilder builder = builder()
                .withW3cDocument(Sheet.of(certificate, labels, paper), "")
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
                PDDocument document = renderer.createPDFKeepOpen()) {
            Frame.draw(document);
            Inside.attach(document, certificate);
            About.write(document, certificate, labels);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static PdfRendererBuilder builder() {
        return new PdfRendererBuilder()
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_B)
                .usePdfUaAccessibility(true)
                .useFont(() -> Letters.font(Letters.FONT), FAMILY, REGULAR, FontStyle.NORMAL, true)
                .useFont(() -> Letters.font(Letters.BOLD), FAMILY, BOLD, FontStyle.NORMAL, true)
                .useUnicodeBidiSplitter(new ICUBidiSplitter.ICUBidiSplitterFactory())
                .useUnicodeBidiReorderer(new ICUBidiReorderer())
                .useReplacementText(Letters.BOX)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .useExternalResourceAccessControl(
                        (uri, type) -> uri.startsWith("data:"),
                        ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI);
    }
}
