package org.laurel.document.carrier;

/** The places of the tags in well-formed XML without a DOCTYPE, in order. */
final class SvgTags {
    private final String xml;
    private int from;
    private int to;
    private boolean empty;

    SvgTags(String xml) {
        this.xml = xml;
    }

    /** Goes to the next start tag. */
    void start() {
        next();
        empty = xml.charAt(to - 2) == '/';
    }

    /** Goes to the next end tag; an empty element has none and ends where it began. */
    void end() {
        if (!empty) {
            next();
        }
        empty = false;
    }

    /** Where the tag begins. */
    int from() {
        return from;
    }

    /** Where it has ended. */
    int to() {
        return to;
    }

    private void next() {
        from = xml.indexOf('<', to);
        while (passed()) {
            from = xml.indexOf('<', to);
        }
        to = from;
        while (xml.charAt(to) != '>') {
            char sign = xml.charAt(to);
            to = sign == '"' || sign == '\'' ? xml.indexOf(sign, to + 1) + 1 : to + 1;
        }
        to++;
    }

    /** Passes over what begins as a tag does and is none. */
    private boolean passed() {
        if (xml.startsWith("<!--", from)) {
            to = xml.indexOf("-->", from + 4) + 3;
        } else if (xml.startsWith("<![CDATA[", from)) {
            to = xml.indexOf("]]>", from + 9) + 3;
        } else if (xml.startsWith("<?", from)) {
            to = xml.indexOf("?>", from + 2) + 2;
        } else {
            return false;
        }
        return true;
    }
}
