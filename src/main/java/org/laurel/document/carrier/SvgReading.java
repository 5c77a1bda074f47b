package org.laurel.document.carrier;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** One pass over an SVG: its root, its depth, and the elements that hold credentials. */
final class SvgReading {
    /** The namespace of OB 3.0's element. */
    static final String OPEN_BADGES = "https://purl.imsglobal.org/ob/v3p0";

    private static final String DRAWING = "http://www.w3.org/2000/svg";
    private static final int DEEPEST = 64;

    /** The elements by namespace. */
    private static final Map<String, String> ELEMENTS = Map.of(
            OPEN_BADGES,
            "credential",
            "https://purl.imsglobal.org/clr/v2p0",
            "credential",
            "http://openbadges.org",
            "assertion");

    /** What a namespace other than that of OB 3.0 stands for. */
    private static final Map<String, String> MARKS =
            Map.of("https://purl.imsglobal.org/clr/v2p0", "clrcredential", "http://openbadges.org", "openbadges");

    private final XMLStreamReader xml;
    private int depth;
    private int found;
    private String mark = "";
    private @Nullable String text;

    SvgReading(XMLStreamReader xml) {
        this.xml = xml;
    }

    /** What is inside; empty when nothing is. */
    Optional<CarriedCredential> credential() throws XMLStreamException, CarrierException {
        while (xml.hasNext()) {
            step(xml.next());
        }
        if (text == null) {
            return Optional.empty();
        }
        List<String> notes = new ArrayList<>();
        notes.add("it was inside an SVG");
        String older = Carriers.noteOf(mark);
        if (!older.isEmpty()) {
            notes.add(older);
        }
        if (found > 1) {
            notes.add("the SVG holds " + found + Carriers.SEVERAL);
        }
        return Optional.of(new CarriedCredential(text, "svg", false, notes));
    }

    /** Whether the element that the reader stands on holds a credential. */
    static boolean isCredential(XMLStreamReader xml) {
        String namespace = xml.getNamespaceURI();
        return namespace != null && xml.getLocalName().equals(ELEMENTS.get(namespace));
    }

    /** Refuses a DOCTYPE, the wrong root and a depth that no drawing needs. */
    private void step(int event) throws XMLStreamException, CarrierException {
        if (event == XMLStreamConstants.DTD) {
            throw new CarrierException("the SVG has a DOCTYPE, which is not taken: it can name what lies elsewhere");
        }
        if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
            enter();
        }
    }

    private void enter() throws XMLStreamException, CarrierException {
        if (depth == 0 && !(xml.getLocalName().equals("svg") && DRAWING.equals(xml.getNamespaceURI()))) {
            throw new CarrierException("the root is not an svg element of the SVG namespace");
        }
        depth++;
        if (depth > DEEPEST) {
            throw new CarrierException("the SVG's elements are more than " + DEEPEST + " deep");
        }
        if (isCredential(xml)) {
            found++;
            if (text == null) {
                mark = MARKS.getOrDefault(xml.getNamespaceURI(), "");
                String verify = xml.getAttributeValue(null, "verify");
                String body = body();
                text = inside(verify, body).strip();
                checkLength(text.length());
            }
        }
    }

    /** A hosted assertion may stand in the body beside its address, which it names itself (Open Badges Baking 2.0). */
    private static String inside(@Nullable String verify, String body) {
        boolean whole = body.strip().startsWith("{");
        return verify == null || verify.isBlank() || whole && verify.strip().startsWith("http") ? body : verify;
    }

    /** The characters up to the end of the element, which is passed; CDATA may come in several parts. */
    private String body() throws XMLStreamException, CarrierException {
        StringBuilder body = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                throw new CarrierException("the credential in the SVG has elements inside, where text was expected");
            }
            if (xml.isCharacters() || event == XMLStreamConstants.CDATA) {
                body.append(xml.getText());
                checkLength(body.length());
            }
        }
        depth--;
        return body.toString();
    }

    private static void checkLength(int length) throws CarrierException {
        if (length > Carriers.MAX_CREDENTIAL) {
            throw new CarrierException("the credential inside is larger than 1 MiB");
        }
    }
}
