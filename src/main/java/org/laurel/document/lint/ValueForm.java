package org.laurel.document.lint;

/** What the value of a member looks like (OB 3.0 data model, primitive and derived types). */
public enum ValueForm {
    /** An absolute URI. */
    URI,
    /** A text, or a language map as the schemas of 2026 allow. */
    TEXT,
    /** A date-time with an offset. */
    DATE_TIME_ZONED,
    /** A date-time whose offset may be missing. */
    DATE_TIME,
    /** A calendar date. */
    DATE,
    /** A JSON number. */
    NUMBER,
    /** A JSON boolean. */
    BOOLEAN,
    /** A language code. */
    LANGUAGE,
    /** An ISO 3166-1 alpha-2 code. */
    COUNTRY,
    /** A compact JWS. */
    JWS,
    /** A term of a vocabulary. */
    TERM,
    /** An object of a named shape. */
    OBJECT,
    /** A profile, or its URI alone. */
    PROFILE_REFERENCE,
    /** A whole signed endorsement, which is judged on its own. */
    ENDORSEMENT,
    /** An object about which only its {@code type} is known. */
    TYPED_OBJECT
}
