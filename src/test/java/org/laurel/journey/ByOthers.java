package org.laurel.journey;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Takes a badge out of a file as somebody would who has the standards and no code of ours. */
final class ByOthers {
    private static final int PNG_HEAD = 8;
    private static final int CHUNK_EDGE = 12; // length, type and checksum
    private static final String KEYWORD = "openbadgecredential";
    private static final String NAMESPACE = "https://purl.imsglobal.org/ob/v3p0";

    private ByOthers() {}

    /** OB 3.0 §5.3.1: the iTXt chunk of that keyword, not compressed; there is one. */
    static byte[] fromPng(byte[] png) {
        byte[] start = (KEYWORD + "\0\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1);
        byte[] found = null;
        for (int at = PNG_HEAD; at < png.length; ) {
            int length = ByteBuffer.wrap(png, at, 4).getInt();
            String type = new String(png, at + 4, 4, StandardCharsets.ISO_8859_1);
            byte[] data = Arrays.copyOfRange(png, at + 8, at + 8 + length);
            if (type.equals("iTXt") && Arrays.equals(data, 0, start.length, start, 0, start.length)) {
                if (found != null) {
                    throw new AssertionError("two chunks hold a badge");
                }
                found = Arrays.copyOfRange(data, start.length, data.length);
            }
            at += CHUNK_EDGE + length;
        }
        return present(found, "no chunk holds a badge");
    }

    /** OB 3.0 §5.3.2: the element of that namespace, whose text is the badge; there is one. */
    static byte[] fromSvg(byte[] svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element root = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg))
                .getDocumentElement();
        NodeList found = root.getElementsByTagNameNS(NAMESPACE, "credential");
        if (found.getLength() != 1) {
            throw new AssertionError(found.getLength() + " elements hold a badge");
        }
        return found.item(0).getTextContent().strip().getBytes(StandardCharsets.UTF_8);
    }

    /** ISO 32000-2 §7.11.4: the attachment, which a reader of PDFs shows in its list; there is one. */
    static byte[] fromPdf(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            Map<String, PDComplexFileSpecification> files =
                    document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
            if (files.size() != 1) {
                throw new AssertionError("attached are " + files.keySet());
            }
            return files.values().iterator().next().getEmbeddedFile().toByteArray();
        }
    }

    private static byte[] present(byte @org.jspecify.annotations.Nullable [] found, String otherwise) {
        if (found == null) {
            throw new AssertionError(otherwise);
        }
        return found;
    }
}
