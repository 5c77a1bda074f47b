package org.laurel.document.carrier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** An SVG with a credential in an element of its own (OB 3.0 §5.3.2), found by namespace. Nothing in it is run or fetched. */
public final class SvgCarrier {
    private static final int HEAD = 64 << 10;
    private static final Pattern SVG = Pattern.compile("<(?:[A-Za-z_][\\w.-]{0,64}:)?svg[\\s/>]");
    private static final Pattern PAGE = Pattern.compile("<(?:!doctype\\s+)?html", Pattern.CASE_INSENSITIVE);

    private SvgCarrier() {}

    /** Whether the bytes begin as markup with an {@code svg} element does, and not as a page that has one. */
    public static boolean looksLike(byte[] bytes) {
        if (isUtf16(bytes)) {
            return looksLike(new String(bytes, 0, Math.min(2 * HEAD, bytes.length), StandardCharsets.UTF_16)
                    .getBytes(StandardCharsets.UTF_8));
        }
        int from = 0;
        while (from < bytes.length
                && (bytes[from] < 0 || bytes[from] == ' ' || bytes[from] >= '\t' && bytes[from] <= '\r')) {
            from++; // white space and the byte order mark
        }
        if (from == bytes.length || bytes[from] != '<') {
            return false;
        }
        String head = new String(bytes, from, Math.min(HEAD, bytes.length - from), StandardCharsets.ISO_8859_1);
        return SVG.matcher(head).find() && !PAGE.matcher(head).find();
    }

    /** By the byte order mark, which XML 1.0 §4.3.3 asks of such documents. */
    private static boolean isUtf16(byte[] bytes) {
        int mark = bytes.length < 2 ? 0 : (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
        return mark == 0xfeff || mark == 0xfffe;
    }

    /**
     * The credential in the first element that holds one; a later one is told in a note.
     *
     * @param svg the picture, at most 10 MiB
     * @return what is inside; empty when nothing is
     * @throws CarrierException when this is no sound SVG: not well formed, a DOCTYPE, too deep
     */
    public static Optional<CarriedCredential> find(byte[] svg) throws CarrierException {
        Carriers.checkSize(svg);
        try {
            XMLStreamReader xml = xml().createXMLStreamReader(new ByteArrayInputStream(svg));
            return new SvgReading(xml).credential();
        } catch (XMLStreamException e) {
            throw notWellFormed(e);
        } catch (MissingResourceException e) {
            throw wordless(e);
        }
    }

    /**
     * Puts a credential in as the first child of the root, in the place of one that is there; every other character
     * stays.
     *
     * @param svg the picture, in UTF-8
     * @param credential a compact JWS or JSON
     */
    public static byte[] bake(byte[] svg, String credential) throws CarrierException {
        Carriers.checkSize(svg);
        return SvgBaking.bake(svg, credential);
    }

    /** Reads XML and nothing beyond the bytes: no DTD, no entity from elsewhere. */
    public static XMLInputFactory xml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** The JDK's parser lacks the message for some faults of a DTD, and says so instead of the fault. */
    static CarrierException wordless(MissingResourceException e) {
        return new CarrierException("the SVG is not well-formed XML (" + e.getKey() + ")");
    }

    static CarrierException notWellFormed(XMLStreamException e) {
        String where =
                e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNumber();
        return new CarrierException("the SVG is not well-formed XML" + where);
    }
}
