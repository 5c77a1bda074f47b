package org.laurel.verifying.report;

import java.util.Locale;

/**
 * The problems that checks find. The order is that of weight: of several, the first decides what the summary says. What
 * each is called, means and asks for stands in the bundles that {@link Wording} reads.
 */
public enum ProblemKind {
    /** It cannot be read. */
    NOT_READABLE,
    /** The signature does not match. */
    BAD_SIGNATURE,
    /** A claim of the envelope contradicts the credential. */
    CLAIM_MISMATCH,
    /** The issuer publishes something else. */
    ASSERTION_DIFFERS,
    /** It lies where the issuer does not publish. */
    OUTSIDE_ISSUERS_SCOPE,
    /** The key is another's. */
    NOT_THE_ISSUERS_KEY,
    /** The key is not where it should be. */
    KEY_NOT_FOUND,
    /** There is no proof. */
    NO_PROOF,
    /** The proof breaks its specification. */
    MALFORMED_PROOF,
    /** A proof that another stands on is not there, or does not hold. */
    PROOF_CHAIN_BROKEN,
    /** The proof was made for something else. */
    WRONG_PURPOSE,
    /** The key does not fit. */
    WRONG_KEY_TYPE,
    /** The proof or its key is out of time. */
    PROOF_OUT_OF_TIME,
    /** The key had ended or was revoked when the proof was made. */
    KEY_OUT_OF_TIME,
    /** The key binding is by another than the holder, or over something else. */
    SHOWN_BY_ANOTHER,
    /** No canonical form. */
    NOT_CANONICAL,
    /** A term that no context defines. */
    UNDEFINED_TERM,
    /** A context written out. */
    INLINE_CONTEXT,
    /** Contexts contradict each other. */
    CONTEXT_CONFLICT,
    /** The issuer does not exist. */
    ISSUER_NOT_FOUND,
    /** What the issuer publishes of itself is faulty. */
    ISSUER_FAULTY,
    /** A part of it does not exist. */
    DOCUMENT_NOT_FOUND,
    /** It was revoked. */
    REVOKED,
    /** It has ended. */
    EXPIRED,
    /** It is suspended. */
    SUSPENDED,
    /** It has not begun. */
    NOT_YET_VALID,
    /** The status list is wrong. */
    STATUS_NOT_BELIEVABLE,
    /** A rule of the standard is broken. */
    RULE_BROKEN,
    /** A credential inside does not hold. */
    INNER_FAILED,
    /** The presentation was made for another. */
    NOT_FOR_THIS_OCCASION,
    /** A challenge was given, and nobody signed the presentation. */
    NOT_SHOWN_BY_HOLDER,
    /** A schema is not followed. */
    SCHEMA_BROKEN,
    /** We do not know the context. */
    UNKNOWN_CONTEXT,
    /** It holds more than is judged at once. */
    TOO_MUCH,
    /** We do not implement the proof. */
    PROOF_NOT_SUPPORTED,
    /** We do not implement the DID method. */
    ISSUER_NOT_SUPPORTED,
    /** We do not implement the status method. */
    STATUS_NOT_SUPPORTED,
    /** The schema is no use. */
    SCHEMA_NOT_USABLE,
    /** The version is too old. */
    VERSION_NOT_SUPPORTED,
    /** An address is not asked. */
    ADDRESS_NOT_ASKED,
    /** An address leads to somebody else's. */
    LED_ELSEWHERE,
    /** The input did not come. */
    INPUT_OUT_OF_REACH,
    /** A part of it did not come. */
    DOCUMENT_OUT_OF_REACH,
    /** The issuer's host does not answer. */
    ISSUER_OUT_OF_REACH,
    /** The key's host does not answer. */
    KEY_OUT_OF_REACH,
    /** The status list's host does not answer. */
    STATUS_OUT_OF_REACH,
    /** A credential inside could not be judged. */
    INNER_NOT_JUDGED,
    /** The batch could not be read so far. */
    BATCH_NOT_READ,
    /** There is nothing to judge. */
    NOTHING_INSIDE,
    /** The schema's host does not answer. */
    SCHEMA_OUT_OF_REACH,
    /** A check broke down. */
    CHECK_BROKE,
    /** The recipient is another. */
    RECIPIENT_DIFFERS,
    /** The credential inside is about another. */
    SUBJECT_NOT_HOLDER,
    /** Nothing says that the credential inside is about who shows it. */
    HOLDER_UNTOLD,
    /** Whose it is cannot be told. */
    RECIPIENT_UNTOLD,
    /** The endorsement is for another thing. */
    ENDORSES_ANOTHER,
    /** We do not know the issuer. */
    ISSUER_UNKNOWN,
    /** A registry named the issuer once, and took that back. */
    ISSUER_WITHDRAWN,
    /** The key that made the proof was revoked later. */
    KEY_REVOKED_SINCE,
    /** A copy says something else than the issuer publishes. */
    COPY_DIFFERS,
    /** The hash is weak. */
    WEAK_HASH,
    /** More than one badge came. */
    SEVERAL_INSIDE,
    /** Nobody should follow it. */
    UNSAFE_ADDRESS,
    /** There is a later one. */
    NEWER_VERSION,
    /** The issuer says something. */
    STATUS_MESSAGE;

    /** The URI that names the kind in a report: {@code urn:laurel:problem:bad-signature}. */
    public String type() {
        return "urn:laurel:problem:" + code();
    }

    /** Its stable code: {@code bad-signature}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
