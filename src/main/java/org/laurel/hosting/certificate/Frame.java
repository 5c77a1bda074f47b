package org.laurel.hosting.certificate;

import java.awt.Color;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * The line around each page. Not the style sheet's: a border of {@code @page} comes without the mark that it is no content
 * (ISO 14289-1 §7.1), and would be read to people.
 */
final class Frame {
    private static final Color LEAF = new Color(0x1F6B45);
    private static final float FROM_EDGE = 31.2f; // 11 mm in points
    private static final float WIDTH = 1.5f;

    private Frame() {}

    /** Draws it under what is on the pages. */
    static void draw(PDDocument document) throws IOException {
        for (PDPage page : document.getPages()) {
            PDRectangle paper = page.getMediaBox();
            try (PDPageContentStream line = new PDPageContentStream(document, page, AppendMode.PREPEND, true)) {
                line.beginMarkedContent(COSName.ARTIFACT);
                line.saveGraphicsState();
                line.setStrokingColor(LEAF);
                line.setLineWidth(WIDTH);
                line.addRect(FROM_EDGE, FROM_EDGE, paper.getWidth() - 2 * FROM_EDGE, paper.getHeight() - 2 * FROM_EDGE);
                line.stroke();
                line.restoreGraphicsState();
                line.endMarkedContent();
            }
        }
    }
}
