package org.laurel.verifying.report;

import java.util.Locale;

/**
 * The problems that checks find. The order is that of weight: of several, the first decides what the summary says.
 */
public enum ProblemKind {
    /** It cannot be read. */
    NOT_READABLE("This cannot be read as a credential", "This is not a credential that can be read."),
    /** The signature does not match. */
    BAD_SIGNATURE(
            "The signature does not match",
            "This badge is not genuine: it was changed after it was signed, or was never signed by this key."),
    /** A claim of the envelope contradicts the credential. */
    CLAIM_MISMATCH(
            "The envelope contradicts the credential",
            "This badge is not genuine: its envelope says something else than the badge inside."),
    /** The key is another's. */
    NOT_THE_ISSUERS_KEY(
            "The key is not the issuer's",
            "This badge is not genuine: it was not signed with a key of the issuer it names."),
    /** The key is not where it should be. */
    KEY_NOT_FOUND("The key cannot be found", "This badge cannot be accepted: the key that it names does not exist."),
    /** There is no proof. */
    NO_PROOF("There is no proof", "This badge is not signed, so that nothing shows who made it."),
    /** The proof breaks its specification. */
    MALFORMED_PROOF("The proof is malformed", "This badge cannot be accepted: its proof is malformed."),
    /** The proof was made for something else. */
    WRONG_PURPOSE(
            "The proof has another purpose", "This badge cannot be accepted: its proof was made for another purpose."),
    /** The key does not fit. */
    WRONG_KEY_TYPE(
            "The key does not fit the algorithm", "This badge cannot be accepted: its key does not fit its proof."),
    /** The proof or its key is out of time. */
    PROOF_OUT_OF_TIME(
            "The proof is out of time",
            "This badge cannot be accepted: its proof lies outside the time of its key or its own."),
    /** No canonical form. */
    NOT_CANONICAL(
            "The document has no canonical form",
            "This badge cannot be accepted: it holds statements that a signature does not cover."),
    /** A term that no context defines. */
    UNDEFINED_TERM(
            "A term is not defined", "This badge cannot be accepted: it uses words that its contexts do not define."),
    /** A context written out. */
    INLINE_CONTEXT(
            "A context is written out", "This badge cannot be accepted: it brings its own meanings of words with it."),
    /** The issuer does not exist. */
    ISSUER_NOT_FOUND("The issuer cannot be resolved", "This badge cannot be accepted: its issuer does not exist."),
    /** It was revoked. */
    REVOKED("The badge is revoked", "This badge is genuine, but its issuer has revoked it."),
    /** It has ended. */
    EXPIRED("The badge has expired", "This badge is genuine, but it has expired."),
    /** It is suspended. */
    SUSPENDED("The badge is suspended", "This badge is genuine, but its issuer has suspended it for now."),
    /** It has not begun. */
    NOT_YET_VALID("The badge is not valid yet", "This badge is genuine, but it is not valid yet."),
    /** The status list is wrong. */
    STATUS_NOT_BELIEVABLE(
            "The status list cannot be believed",
            "This badge cannot be accepted: the list that says whether it was revoked is not sound."),
    /** A rule of the standard is broken. */
    RULE_BROKEN("A rule of the standard is broken", "This badge breaks rules of the Open Badges standard."),
    /** A credential inside does not hold. */
    INNER_FAILED("A credential inside does not hold", "A credential inside does not hold."),
    /** The presentation was made for another. */
    NOT_FOR_THIS_OCCASION(
            "The presentation was made for another occasion",
            "This presentation was made for somebody else, or at another time."),
    /** A schema is not followed. */
    SCHEMA_BROKEN("A schema that it names is broken", "This badge breaks a schema that it names."),
    /** We do not know the context. */
    UNKNOWN_CONTEXT(
            "A context is not known here",
            "This badge cannot be judged here: it uses a vocabulary that is not known here."),
    /** We do not implement the proof. */
    PROOF_NOT_SUPPORTED(
            "The proof is not supported here", "This badge cannot be judged here: its kind of proof is not supported."),
    /** We do not implement the DID method. */
    ISSUER_NOT_SUPPORTED(
            "The issuer's kind of identifier is not supported here",
            "This badge cannot be judged here: its issuer's kind of identifier is not supported."),
    /** We do not implement the status method. */
    STATUS_NOT_SUPPORTED(
            "The status method is not supported here",
            "This badge cannot be judged here: whether it was revoked is said in a way that is not supported."),
    /** The schema is no use. */
    SCHEMA_NOT_USABLE(
            "A schema cannot be used here", "This badge cannot be judged here: a schema that it names cannot be used."),
    /** The input did not come. */
    INPUT_OUT_OF_REACH("The link cannot be followed", "It cannot be told now: nothing could be had from this link."),
    /** The issuer's host does not answer. */
    ISSUER_OUT_OF_REACH("The issuer is out of reach", "It cannot be told now: the issuer's keys are out of reach."),
    /** The key's host does not answer. */
    KEY_OUT_OF_REACH("The key is out of reach", "It cannot be told now: the key that signed is out of reach."),
    /** The status list's host does not answer. */
    STATUS_OUT_OF_REACH(
            "The status is out of reach", "It cannot be told now: whether this badge was revoked is out of reach."),
    /** A credential inside could not be judged. */
    INNER_NOT_JUDGED("A credential inside cannot be judged", "It cannot be told about a credential inside."),
    /** The schema's host does not answer. */
    SCHEMA_OUT_OF_REACH(
            "A schema is out of reach", "It cannot be told now: a schema that this badge names is out of reach."),
    /** A check broke down. */
    CHECK_BROKE("A check broke down", "It cannot be told: one of our checks broke down on this badge."),
    /** The recipient is another. */
    RECIPIENT_DIFFERS("The badge is not this recipient's", "This badge names another recipient."),
    /** The credential inside is about another. */
    SUBJECT_NOT_HOLDER("It is about another", "A credential inside is about somebody else than the one who shows it."),
    /** The endorsement is for another thing. */
    ENDORSES_ANOTHER("It endorses another thing", "An endorsement that came along is for something else."),
    /** We do not know the issuer. */
    ISSUER_UNKNOWN("The issuer is not known here", "The issuer is not known here."),
    /** There is a later one. */
    NEWER_VERSION("A newer version exists", "This badge is genuine, and its issuer has made a newer version of it."),
    /** The issuer says something. */
    STATUS_MESSAGE(
            "The issuer has left a message", "This badge is genuine, and its issuer has left a message about it.");

    private final String title;
    private final String sentence;

    ProblemKind(String title, String sentence) {
        this.title = title;
        this.sentence = sentence;
    }

    /** The URI that names the kind in a report: {@code urn:laurel:problem:bad-signature}. */
    public String type() {
        return "urn:laurel:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A short sentence without end mark, the same each time. */
    public String title() {
        return title;
    }

    /** What it means for the badge, in one plain sentence. */
    public String sentence() {
        return sentence;
    }
}
