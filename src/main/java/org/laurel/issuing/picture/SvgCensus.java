package org.laurel.issuing.picture;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.laurel.document.carrier.SvgCarrier;

/**
 * Looks through an SVG before it is drawn, and takes only what a badge needs: shapes, text, gradients, clips. What runs, what
 * comes from elsewhere, what can be made to cost without end (filters, patterns, dashes) is refused, and elements that are
 * used again count as often as they are.
 */
final class SvgCensus {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> TAKEN = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "metadata",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "text",
            "tspan",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "mask",
            "use",
            "symbol",
            "style",
            "a");
    private static final int MOST_ELEMENTS = 10_000;
    private static final int MOST_DRAWN = 30_000;
    private static final int DEEPEST = 64;
    private static final Pattern ELSEWHERE =
            Pattern.compile("@import|@font-face|url\\(\\s*['\"]?\\s*(?!#)[^\\s)]|\\\\|stroke-dasharray|expression\\(");

    private final Deque<Part> open = new ArrayDeque<>();
    private final Map<String, Part> named = new HashMap<>();
    private int elements;

    /** An element: how many there are in it, and what else it draws. */
    private static final class Part {
        private final @Nullable String id;
        private final List<String> uses = new ArrayList<>();
        private long own = 1;

        Part(@Nullable String id) {
            this.id = id;
        }
    }

    private SvgCensus() {}

    static void check(byte[] svg) throws PictureException {
        try {
            new SvgCensus().read(SvgCarrier.xml().createXMLStreamReader(new ByteArrayInputStream(svg)));
        } catch (XMLStreamException | MissingResourceException e) {
            throw new PictureException("the SVG is not well-formed XML, or has a DOCTYPE");
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException, PictureException {
        Part whole = new Part(null);
        open.push(whole);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new PictureException("a DOCTYPE or an entity is not taken");
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> checkText(xml.getText());
                default -> {} // comments and instructions draw nothing
            }
        }
        if (drawn(whole, new HashMap<>(), new HashSet<>()) > MOST_DRAWN) {
            throw new PictureException("elements that are used again come to more than " + MOST_DRAWN);
        }
    }

    private void begin(XMLStreamReader xml) throws PictureException {
        String name = xml.getLocalName();
        if (SVG.equals(xml.getNamespaceURI()) && !TAKEN.contains(name)) {
            throw new PictureException("the element " + name + " is not taken");
        }
        if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
            throw new PictureException("expected at most " + MOST_ELEMENTS + " elements, " + DEEPEST + " deep");
        }
        Part part = new Part(xml.getAttributeValue(null, "id"));
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            check(xml.getAttributeLocalName(i), xml.getAttributeValue(i), name, part);
        }
        open.push(part);
        if (part.id != null) {
            named.putIfAbsent(part.id, part);
        }
    }

    private static void check(String attribute, String value, String element, Part part) throws PictureException {
        String lower = attribute.toLowerCase(Locale.ROOT);
        if (lower.startsWith("on")) {
            throw new PictureException("the attribute " + attribute + " is not taken");
        }
        if (lower.equals("stroke-dasharray") && !value.strip().equals("none")) {
            throw new PictureException("dashed lines are not taken");
        }
        if (lower.equals("href")) {
            boolean link = element.equals("a") || element.equals("metadata");
            if (!link && !value.strip().startsWith("#")) {
                throw new PictureException("a reference to elsewhere is not taken");
            }
            if (!link) {
                part.uses.add(value.strip().substring(1));
            }
        } else {
            checkText(value);
        }
    }

    private static void checkText(String text) throws PictureException {
        if (ELSEWHERE.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            throw new PictureException("a style that fetches something, escapes signs, or draws dashes is not taken");
        }
    }

    private void end() {
        Part done = open.pop();
        Part parent = open.element();
        parent.own += done.own;
        parent.uses.addAll(done.uses);
    }

    /** How many elements a part comes to; what refers to itself draws nothing more. */
    private long drawn(Part part, Map<Part, Long> known, Set<Part> within) {
        Long before = known.get(part);
        if (before != null) {
            return before;
        }
        if (!within.add(part)) {
            return 0;
        }
        long sum = part.own;
        for (String use : part.uses) {
            Part used = named.get(use);
            sum += used == null ? 0 : drawn(used, known, within);
            if (sum > MOST_DRAWN) {
                break;
            }
        }
        within.remove(part);
        known.put(part, sum);
        return sum;
    }
}
