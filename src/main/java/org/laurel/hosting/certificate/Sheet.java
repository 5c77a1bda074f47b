package org.laurel.hosting.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.laurel.hosting.picture.QrPicture;
import org.laurel.hosting.picture.ShownPicture;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The page as a tree of elements, never as a text: what a badge says is only ever a text node in it, and cannot become an
 * element or a style.
 */
final class Sheet {
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_TEXT = 6000;
    private static final int LONGEST_CRITERIA = 24_000;
    private static final int A_LINE = 80;
    private static final int SHORT = 60;
    private static final int MIDDLING = 140;
    /** In millimetres, as the next. */
    private static final int PICTURE_WIDTH = 70;

    private static final int PICTURE_HEIGHT = 32;
    private static final String STYLE = style();

    private final Certificate certificate;
    private final Labels labels;
    private final Letters letters = new Letters();
    private final Document tree;

    private Sheet(Certificate certificate, Labels labels, Document tree) {
        this.certificate = certificate;
        this.labels = labels;
        this.tree = tree;
    }

    /** The page of a certificate. */
    static Document of(Certificate certificate, Labels labels, Paper paper) {
        try {
            Document tree = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
            new Sheet(certificate, labels, tree).fill(paper);
            return tree;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The title of the document. */
    static String title(Certificate certificate, Labels labels) {
        return labels.get("title", new Letters().shown(certificate.badge().name(), LONGEST_NAME));
    }

    private void fill(Paper paper) {
        Element html = tree.createElement("html");
        html.setAttribute("lang", labels.language());
        tree.appendChild(html);
        Element head = add(html, "head", "");
        text(head, "title", "", title(certificate, labels));
        Element description = add(head, "meta", "");
        description.setAttribute("name", "description");
        description.setAttribute("content", labels.get("kicker"));
        text(head, "style", "", "@page { size: " + paper.style() + "; }\n" + STYLE);
        Element body = add(html, "body", "");
        head(body);
        achievement(body);
        dates(body);
        status(body);
        check(body);
    }

    private void head(Element body) {
        Certificate.Badge badge = certificate.badge();
        Element head = add(body, "div", "head");
        text(head, "p", "kicker", labels.get("kicker"));
        if (badge.picture() != null) {
            picture(head, badge.picture());
        }
        foreign(head, "p", "issuer", badge.issuer());
        text(head, "p", "quiet", labels.get("awards"));
        int length = badge.name().length();
        foreign(head, "h1", length <= SHORT ? "" : length <= MIDDLING ? "middling" : "long", badge.name());
        if (badge.recipient() != null) {
            text(head, "p", "quiet awarded", labels.get("awardedTo"));
            foreign(head, "p", "recipient", badge.recipient());
        }
    }

    /** The badge's own picture, as large as fits the height or the width that it has. */
    private void picture(Element head, ShownPicture picture) {
        ShownPicture.Size size = picture.within(PICTURE_WIDTH, PICTURE_HEIGHT);
        Element image = add(add(head, "p", "picture"), "img", "");
        image.setAttribute("src", data(picture.png()));
        image.setAttribute("alt", letters.shown(picture.caption(), LONGEST_NAME));
        image.setAttribute("style", "width: " + size.width() + "mm; height: " + size.height() + "mm");
    }

    private static String data(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }

    private void achievement(Element body) {
        Certificate.Badge badge = certificate.badge();
        if (!badge.description().isBlank()) {
            text(body, "h2", "", labels.get("what"));
            foreign(body, "p", "", badge.description());
        }
        if (!badge.criteria().isEmpty()) {
            text(body, "h2", "", labels.get("criteria"));
            criteria(body, badge.criteria());
        }
    }

    /** As many paragraphs as fit some pages; nobody reads a hundred of them on paper. */
    private void criteria(Element body, List<String> paragraphs) {
        int signs = 0;
        for (String paragraph : paragraphs) {
            if (signs > LONGEST_CRITERIA) {
                letters.leaveOut();
                text(body, "p", "", "…");
                return;
            }
            foreign(body, "p", "", paragraph);
            signs += paragraph.length() + A_LINE;
        }
    }

    private void dates(Element body) {
        Certificate.Standing standing = certificate.standing();
        Instant awarded = certificate.badge().awarded();
        Element row = add(add(body, "table", "dates"), "tr", "");
        String from = labels.day(standing.from());
        if (awarded != null) {
            date(row, "from", labels.day(awarded));
        }
        if (awarded == null || !labels.day(awarded).equals(from)) {
            date(row, "validFrom", from);
        }
        date(row, "until", standing.until() == null ? labels.get("noEnd") : labels.day(standing.until()));
    }

    private void date(Element row, String label, String day) {
        Element cell = add(row, "td", "");
        text(cell, "h2", "", labels.get(label));
        text(cell, "p", "", day);
    }

    private void status(Element body) {
        Certificate.Standing standing = certificate.standing();
        Element box = add(body, "div", "status " + standing.kind().look());
        text(box, "p", "when", labels.get("status", labels.day(standing.at())));
        text(box, "p", "word", standing.kind().sign() + " " + labels.get("kind." + standing.kind()));
        foreign(box, "p", "", standing.sentence());
    }

    private void check(Element body) {
        String page = certificate.page().toASCIIString();
        Element row = add(add(body, "table", "check"), "tr", "");
        Element code = add(add(row, "td", "code"), "img", "");
        code.setAttribute("src", data(QrPicture.png(page)));
        code.setAttribute("alt", labels.get("code", page));
        Element how = add(row, "td", "");
        text(how, "h2", "", labels.get("check"));
        text(how, "p", "", labels.get("checkText"));
        Element link = text(add(how, "p", "link"), "a", "", page);
        link.setAttribute("href", page);
        link.setAttribute("title", page);
        text(how, "p", "small", labels.get("inside", certificate.signed().fileName()));
        if (letters.lacking()) {
            text(how, "p", "small", labels.get("lacking"));
        }
    }

    /** An element with somebody's text, in the direction that it is written in. */
    private void foreign(Element parent, String name, String kind, String text) {
        String shown = letters.shown(text, LONGEST_TEXT);
        text(parent, name, Letters.isRightToLeft(shown) ? (kind + " rtl").strip() : kind, shown);
    }

    private Element text(Element parent, String name, String kind, String text) {
        Element element = add(parent, name, kind);
        element.appendChild(tree.createTextNode(text));
        return element;
    }

    private Element add(Element parent, String name, String kind) {
        Element element = tree.createElement(name);
        if (!kind.isEmpty()) {
            element.setAttribute("class", kind);
        }
        parent.appendChild(element);
        return element;
    }

    private static String style() {
        try (InputStream style = Sheet.class.getResourceAsStream("certificate.css")) {
            if (style == null) {
                throw new IllegalStateException("certificate.css is not on the class path");
            }
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
