package org.laurel.document.carrier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** PDFs for tests, made by another implementation than the one that reads them, and by hand. */
public final class PdfFiles {

    private PdfFiles() {}

    /**
     * How a file is embedded.
     *
     * @param associated whether the catalog names it in /AF, too
     * @param packed whether objects are packed into streams
     * @param encrypted whether it asks for a password to be changed
     */
    record How(boolean associated, boolean packed, boolean encrypted) {}

    /** A PDF with one file inside, as most programs write it. */
    public static byte[] with(String name, String type, String text) {
        return with(Map.of(name, text), type, new How(true, true, false));
    }

    /** A PDF with files inside, all of one type. */
    static byte[] with(Map<String, String> texts, String type, How how) {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
            COSArray associated = new COSArray();
            for (Map.Entry<String, String> text : texts.entrySet()) {
                PDComplexFileSpecification file = file(document, text.getKey(), type, text.getValue());
                files.put(text.getKey(), file);
                associated.add(file.getCOSObject());
            }
            PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(files);
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            if (how.associated()) {
                document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
            }
            if (how.encrypted()) {
                document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(
                    out, how.packed() ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF by hand: its first object is the catalog; no table of objects, which nobody here asks for. */
    static byte[] byHand(String... objects) {
        StringBuilder pdf = new StringBuilder("%PDF-1.7\n");
        for (int i = 0; i < objects.length; i++) {
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        pdf.append("trailer\n<</Root 1 0 R>>\nstartxref\n0\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static PDComplexFileSpecification file(PDDocument document, String name, String type, String text)
            throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        if (!type.isEmpty()) {
            embedded.setSubtype(type);
        }
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(name);
        file.setFileUnicode(name);
        file.setEmbeddedFile(embedded);
        return file;
    }
}
