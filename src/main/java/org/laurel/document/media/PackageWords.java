package org.laurel.document.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes people out of the XML of office packages: bytes in, bytes out, in whatever encoding that has the characters of ASCII. */
final class PackageWords {
    private static final String SOMEBODY = "Author";

    /** Parts that say nothing but who, when and with what: they become empty. */
    private static final Map<String, String> EMPTY = Map.of(
            "docprops/core.xml",
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
            "docprops/app.xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"/>",
            "docprops/custom.xml",
            "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\"/>",
            "meta.xml",
            "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                    + " office:version=\"1.2\"><office:meta/></office:document-meta>");

    private static final Pattern CUSTOM = Pattern.compile("customxml/item\\d+\\.xml");

    /** Names of people, their initials, ids and addresses of accounts, and where a file lay on somebody's disk. */
    private static final List<Pattern> VALUES = List.of(
            attribute(
                    "(?:[\\w.-]+:)?(?:author|initials|userId|providerId|userName|displayName|lastModifiedBy|userInitials"
                            + "|lastEditedBy|editedBy|user|assignee)"),
            attribute("Target(?=\\s*=\\s*[\"']file:)"),
            Pattern.compile("(<x15ac:absPath\\b[^>]*?\\burl\\s*=\\s*)(\"[^\"]*\"|'[^']*')"),
            Pattern.compile("(<(?:p188|p):(?:author|cmAuthor)\\b[^>]*?\\sname\\s*=\\s*)(\"[^\"]*\"|'[^']*')"));

    private static final List<Pattern> ELEMENTS = List.of(
            element("dc:creator"),
            element("meta:initial-creator"),
            element("meta:creator-initials"),
            element("meta:printed-by"),
            element("loext:sender-initials"),
            element("text:(?:initial-creator|creator|author-name|author-initials|printed-by)"),
            element("text:sender-[a-z-]+"),
            element("(?:x:)?author"),
            element("config:config-item(?=[^>]*config:name=\"(?:PrinterName|PrinterSetup)\")"));

    private PackageWords() {}

    private static Pattern attribute(String name) {
        return Pattern.compile("(\\s" + name + "\\s*=\\s*)(\"[^\"]*\"|'[^']*')");
    }

    private static Pattern element(String name) {
        return Pattern.compile("(<(" + name + ")\\b[^>]*(?<!/)>)[^<]*(?=</)");
    }

    /** The part without people; fails where it is written in an encoding in which they could hide. */
    static byte[] cleaned(String name, byte[] bytes) throws MediaException {
        String lower = name.toLowerCase(Locale.ROOT);
        String empty = EMPTY.get(lower);
        if (empty != null) {
            return ("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + empty)
                    .getBytes(StandardCharsets.UTF_8);
        }
        if (CUSTOM.matcher(lower).matches()) {
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<empty/>".getBytes(StandardCharsets.UTF_8);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.indexOf('\0') >= 0) {
            throw new MediaException(
                    "broken", "A part of its package is written in an encoding that is not taken: expected UTF-8.");
        }
        for (Pattern value : VALUES) {
            text = value.matcher(text).replaceAll("$1\"" + SOMEBODY + "\"");
        }
        for (Pattern element : ELEMENTS) {
            text = element.matcher(text).replaceAll("$1" + SOMEBODY);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
