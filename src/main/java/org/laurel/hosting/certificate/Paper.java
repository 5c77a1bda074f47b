package org.laurel.hosting.certificate;

/** The paper that a certificate is printed on, upright. */
public enum Paper {
    /** 210 by 297 millimetres (ISO 216). */
    A4("A4"),
    /** 8.5 by 11 inches, as in North America. */
    LETTER("letter");

    private final String style;

    Paper(String style) {
        this.style = style;
    }

    /** Its name in a style sheet. */
    String style() {
        return style;
    }
}
