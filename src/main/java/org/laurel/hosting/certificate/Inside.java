package org.laurel.hosting.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** Puts the signed credential into the file, associated with the whole document (ISO 19005-3 §6.8, ISO 32000-2 §14.13). */
final class Inside {

    private Inside() {}

    /** Attaches the credential, byte for byte. */
    static void attach(PDDocument document, Certificate certificate) throws IOException {
        Certificate.Signed signed = certificate.signed();
        PDComplexFileSpecification file = new PDComplexFileSpecification();
        file.setFile(signed.fileName());
        file.setFileUnicode(signed.fileName());
        file.setFileDescription("Open Badges 3.0");
        PDEmbeddedFile embedded = embedded(document, certificate);
        file.setEmbeddedFile(embedded);
        file.setEmbeddedFileUnicode(embedded);
        COSDictionary specification = file.getCOSObject();
        specification.setName("AFRelationship", "Data");

        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of(signed.fileName(), file));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
        COSArray associated = new COSArray();
        associated.add(specification);
        document.getDocumentCatalog().getCOSObject().setItem("AF", associated);
    }

    /** A moment as PDFBox takes it. */
    static Calendar calendar(Instant moment) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(moment.getEpochSecond() * 1000);
        return calendar;
    }

    private static PDEmbeddedFile embedded(PDDocument document, Certificate certificate) throws IOException {
        byte[] bytes = certificate.signed().bytes();
        PDEmbeddedFile embedded = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
        embedded.setSubtype(certificate.signed().mediaType());
        embedded.setSize(bytes.length);
        embedded.setModDate(calendar(certificate.standing().at()));
        COSDictionary parameters = embedded.getCOSObject().getCOSDictionary(COSName.PARAMS);
        parameters.setItem("CheckSum", new COSString(sum(bytes)));
        return embedded;
    }

    /** What ISO 32000-2 Table 45 asks for; it protects from accidents alone, the credential's signature from all else. */
    private static byte[] sum(byte[] bytes) {
        try {
            return MessageDigest.getInstance("MD5").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has it
        }
    }
}
