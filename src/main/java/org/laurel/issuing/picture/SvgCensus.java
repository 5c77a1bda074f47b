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
 * Looks through an SVG before it is drawn, and takes only what a badge needs: shapes, text, gradients, a few plain clips. What
 * runs, what comes from elsewhere, what can be made to cost without end (filters, masks, patterns, dashes, clips within
 * clips) is refused. Every element costs, and so does every stretch of a path or a text; what is used again costs again. The
 * sum is bounded, so that drawing ends, whatever is drawn.
 */
final class SvgCensus {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> SHAPES =
            Set.of("path", "rect", "circle", "ellipse", "line", "polyline", "polygon");
    private static final Set<String> TAKEN = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "metadata",
            "text",
            "tspan",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath",
            "use",
            "symbol",
            "style",
            "a");
    /** Elements that editors leave behind, by their local names; they draw nothing. */
    private static final Set<String> OF_EDITORS = Set.of("namedview", "grid", "guide", "page");

    private static final int MOST_ELEMENTS = 10_000;
    private static final int DEEPEST = 64;
    /** Of an element, and of so many signs of a path or a text. */
    private static final int ELEMENT = 2;

    private static final int SIGNS = 25;
    /** Some 4,000 elements, or 200 kB of paths. */
    private static final int MOST = 8_000;
    /** How much may stand in clips, and how often they may be used: clipping costs by the square. */
    private static final int MOST_CLIPPED = 200;

    private static final int MOST_CLIPS = 50;

    private static final Pattern REFUSED = Pattern.compile(
            "@import|@font-face|url\\(\\s*['\"]?\\s*(?!#)[^\\s)]|\\\\|stroke-dasharray|expression\\(|clip-path|mask|filter");
    private static final Pattern LOCAL = Pattern.compile("url\\(\\s*['\"]?\\s*#([^)'\"]+?)\\s*['\"]?\\s*\\)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?(\\*/|$)", Pattern.DOTALL);

    private final Deque<Part> open = new ArrayDeque<>();
    private final Map<String, Part> named = new HashMap<>();
    private int elements;
    private int clips;
    private long clipped;
    private int withinClip;
    private int withinMetadata;

    /** An element: what it costs, and what else it draws. */
    private static final class Part {
        private final String name;
        private final @Nullable String id;
        private final StringBuilder text = new StringBuilder();
        private final List<String> uses = new ArrayList<>();
        private long own = ELEMENT;

        Part(String name, @Nullable String id) {
            this.name = name;
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
        Part whole = new Part("", null);
        open.push(whole);
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new PictureException("a DOCTYPE or an entity is not taken");
                case XMLStreamConstants.PROCESSING_INSTRUCTION ->
                    throw new PictureException("an instruction, such as for a style sheet, is not taken");
                case XMLStreamConstants.START_ELEMENT -> begin(xml);
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    open.element().text.append(xml.getText());
                default -> {} // comments draw nothing; what stands around one is read as one text
            }
        }
        if (cost(whole, new HashMap<>(), new HashSet<>()) > MOST || clipped > MOST_CLIPPED || clips > MOST_CLIPS) {
            throw new PictureException(
                    "it would cost too much to draw: expected some 4000 elements at most, those that are"
                            + " used again counted again, and 50 plain clips");
        }
    }

    private void begin(XMLStreamReader xml) throws PictureException {
        String name = xml.getLocalName();
        requireTaken(name, xml.getNamespaceURI());
        if (++elements > MOST_ELEMENTS || open.size() > DEEPEST) {
            throw new PictureException("expected at most " + MOST_ELEMENTS + " elements, " + DEEPEST + " deep");
        }
        Part part = new Part(name, xml.getAttributeValue(null, "id"));
        open.push(part);
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            attribute(xml.getAttributeLocalName(i), xml.getAttributeValue(i), part);
        }
        if (withinClip > 0 && !SHAPES.contains(name)) {
            throw new PictureException("within a clip the element " + name + " is not taken");
        }
        withinClip += name.equals("clipPath") ? 1 : 0;
        withinMetadata += name.equals("metadata") ? 1 : 0;
        if (part.id != null && named.putIfAbsent(part.id, part) != null) {
            throw new PictureException("the id " + part.id + " stands twice");
        }
    }

    /** Which name a drawer goes by is its own affair, so that no drawn name is taken from elsewhere. */
    private void requireTaken(String name, @Nullable String namespace) throws PictureException {
        boolean known = SHAPES.contains(name) || TAKEN.contains(name);
        boolean taken = SVG.equals(namespace)
                ? known
                : withinMetadata > 0 ? !known || name.equals("title") : OF_EDITORS.contains(name);
        if (!taken) {
            throw new PictureException("the element " + name + " is not taken");
        }
    }

    private void attribute(String attribute, String value, Part part) throws PictureException {
        String lower = attribute.toLowerCase(Locale.ROOT);
        if (lower.startsWith("on") || lower.equals("mask") || lower.equals("filter")) {
            throw new PictureException("the attribute " + attribute + " is not taken");
        }
        switch (lower) {
            case "stroke-dasharray" -> {
                if (!value.strip().equals("none")) {
                    throw new PictureException("dashed lines are not taken");
                }
            }
            case "href" -> reference(value.strip(), part);
            case "clip-path" -> clip(value.strip(), part);
            case "d", "points" -> cost(value.length(), part);
            default -> checkText(value);
        }
    }

    private void cost(int signs, Part part) {
        int cost = signs / SIGNS;
        part.own += cost;
        clipped += withinClip > 0 ? cost + ELEMENT : 0;
    }

    private static void reference(String value, Part part) throws PictureException {
        if (part.name.equals("a")) {
            return; // a link is drawn as a group
        }
        if (!value.startsWith("#")) {
            throw new PictureException("a reference to elsewhere is not taken");
        }
        part.uses.add(value.substring(1));
    }

    private void clip(String value, Part part) throws PictureException {
        if (value.equals("none")) {
            return;
        }
        var reference = LOCAL.matcher(value);
        if (!reference.matches() || withinClip > 0 || part.name.equals("clipPath")) {
            throw new PictureException("a clip within a clip, or from elsewhere, is not taken");
        }
        clips++;
        part.uses.add(reference.group(1));
    }

    /** A style as it will be read, whichever way: a comment may stand within a word, and what looks like one within a text. */
    private static void checkText(String text) throws PictureException {
        String whole = text.toLowerCase(Locale.ROOT);
        if (REFUSED.matcher(whole).find()
                || REFUSED.matcher(COMMENT.matcher(whole).replaceAll("")).find()) {
            throw new PictureException(
                    "a style that fetches something, escapes signs, clips, masks, filters or draws dashes is not taken");
        }
    }

    private void end() throws PictureException {
        Part done = open.pop();
        withinClip -= done.name.equals("clipPath") ? 1 : 0;
        withinMetadata -= done.name.equals("metadata") ? 1 : 0;
        if (done.name.equals("style")) {
            checkText(done.text.toString());
        } else if (done.name.equals("text") || done.name.equals("tspan") || done.name.equals("a")) {
            cost(done.text.length() * SIGNS, done); // each letter is a path
        }
        Part parent = open.element();
        parent.own += done.own;
        parent.uses.addAll(done.uses);
    }

    /** What a part comes to; what refers to itself draws nothing more. */
    private long cost(Part part, Map<Part, Long> known, Set<Part> within) {
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
            sum += used == null ? 0 : cost(used, known, within);
            if (sum > MOST) {
                break;
            }
        }
        within.remove(part);
        known.put(part, sum);
        return sum;
    }
}
