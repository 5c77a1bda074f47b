package org.laurel.document.carrier;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Puts a credential into the text of an SVG, so that the drawing stays as its author wrote it. */
final class SvgBaking {
    private static final String PREFIX = "openbadges";
    private static final Pattern COMPACT = Pattern.compile("[A-Za-z0-9._~-]+");

    private final StringBuilder svg;
    /** Knows namespaces but not places: the JDK's offsets are not exact. The tags know places and come in the same order. */
    private final XMLStreamReader xml;

    private final SvgTags tags;
    private int rootEnd;
    private @Nullable String meaning;
    private int oldFrom;
    private int oldTo;

    private SvgBaking(String svg) throws XMLStreamException {
        this.svg = new StringBuilder(svg);
        this.xml = SvgCarrier.xml().createXMLStreamReader(new StringReader(svg));
        this.tags = new SvgTags(svg);
    }

    static byte[] bake(byte[] bytes, String credential) throws CarrierException {
        if (!credential.startsWith("{") && !COMPACT.matcher(credential).matches()) {
            throw new CarrierException("expected a credential as a JSON object or as a compact JWS");
        }
        SvgCarrier.find(bytes); // refuses what must not be written on
        try {
            SvgBaking baking = new SvgBaking(Carriers.utf8(ByteBuffer.wrap(bytes), "the SVG"));
            baking.look();
            return baking.write(credential).getBytes(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw SvgCarrier.notWellFormed(e);
        } catch (MissingResourceException e) {
            throw SvgCarrier.wordless(e);
        }
    }

    /** Finds where the root's tag ends, what our prefix means there, and the element to replace. */
    private void look() throws XMLStreamException {
        int depth = 0;
        int oldDepth = 0;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                tags.start();
                depth++;
                if (depth == 1) {
                    rootEnd = tags.to();
                    meaning = xml.getNamespaceURI(PREFIX);
                } else if (oldFrom == 0 && isOurs()) {
                    oldFrom = tags.from();
                    oldDepth = depth;
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                tags.end();
                if (depth == oldDepth && oldTo == 0) {
                    oldTo = tags.to();
                }
                depth--;
            }
        }
    }

    private boolean isOurs() {
        return SvgReading.isCredential(xml) && SvgReading.OPEN_BADGES.equals(xml.getNamespaceURI());
    }

    private String write(String credential) throws CarrierException {
        if (svg.charAt(rootEnd - 2) == '/') {
            throw new CarrierException("the SVG draws nothing, so that there is nowhere to put a credential");
        }
        svg.delete(oldFrom, oldTo);
        boolean onRoot = meaning == null;
        String declaration = " xmlns:" + PREFIX + "=\"" + SvgReading.OPEN_BADGES + "\"";
        svg.insert(rootEnd, element(credential, onRoot || SvgReading.OPEN_BADGES.equals(meaning) ? "" : declaration));
        if (onRoot) {
            int name = svg.lastIndexOf("<", rootEnd - 1) + 1; // no value holds this sign
            while (!Character.isWhitespace(svg.charAt(name)) && svg.charAt(name) != '>') {
                name++;
            }
            svg.insert(name, declaration);
        }
        return svg.toString();
    }

    private static String element(String credential, String declaration) {
        String name = PREFIX + ":credential";
        String content = credential.startsWith("{")
                ? "><![CDATA[" + credential.replace("]]>", "]]]]><![CDATA[>") + "]]>"
                : " verify=\"" + credential + "\">";
        return "<" + name + declaration + content + "</" + name + ">";
    }
}
