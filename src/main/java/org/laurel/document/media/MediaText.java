package org.laurel.document.media;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** The words of a file, as far as they can be read with little work: of texts, PDFs, and what word processors write. */
final class MediaText {
    private static final int LAST_PAGE = 300;
    private static final int XML_FOR_A_CHARACTER = 12;
    private static final Pattern PARAGRAPHS =
            Pattern.compile("</(?:w:p|text:p|text:h)>|<(?:w:tab|w:br|text:tab)\\b[^>]*>");
    private static final Pattern TAGS = Pattern.compile("<[^>]*>");

    private MediaText() {}

    static String of(Bytes bytes, MediaKind kind, int most) throws IOException {
        return switch (kind) {
            case TXT, MD, CSV ->
                shortened(
                        new String(bytes.slice(0, (int) Math.min(4L * most, bytes.length())), StandardCharsets.UTF_8),
                        most);
            case DOCX ->
                unmarked(PackageCleaner.text(bytes.channel(), "word/document.xml", most * XML_FOR_A_CHARACTER), most);
            case ODT -> unmarked(PackageCleaner.text(bytes.channel(), "content.xml", most * XML_FOR_A_CHARACTER), most);
            case PDF -> pdf(bytes, most);
            default -> "";
        };
    }

    private static String unmarked(String xml, int most) {
        String lines = PARAGRAPHS.matcher(xml).replaceAll("\n");
        String text = TAGS.matcher(lines).replaceAll("");
        return shortened(
                text.replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&"),
                most);
    }

    private static String shortened(String text, int most) {
        return text.length() > most ? text.substring(0, most) : text;
    }

    /** Stops in the middle when it has enough. */
    private static String pdf(Bytes bytes, int most) throws IOException {
        PdfCensus.require(bytes);
        Bounded text = new Bounded(most);
        try (PDDocument document = PdfCleaner.open(bytes)) {
            if (PdfCleaner.isFarLargerUnpacked(document)) {
                return "";
            }
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setEndPage(LAST_PAGE);
            stripper.writeText(document, text);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return text.toString(); // as far as it could be read
        }
        return text.toString();
    }

    private static final class Bounded extends Writer {
        private final StringBuilder text = new StringBuilder();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(char[] characters, int from, int length) throws IOException {
            text.append(characters, from, Math.min(length, most - text.length()));
            if (text.length() >= most) {
                throw new IOException("enough");
            }
        }

        @Override
        public void flush() {
            // nothing waits
        }

        @Override
        public void close() {
            // nothing is open
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
