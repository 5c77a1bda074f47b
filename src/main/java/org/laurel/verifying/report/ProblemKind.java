package org.laurel.verifying.report;

import java.util.Locale;

/**
 * The problems that checks find. The order is that of weight: of several, the first decides what the summary says.
 */
public enum ProblemKind {
    /** It cannot be read. */
    NOT_READABLE(
            "This cannot be read as a credential",
            "This is not a credential that can be read.",
            "Send the file that you were given, unchanged: the JSON, the JWT, or the picture with the badge inside."),
    /** The signature does not match. */
    BAD_SIGNATURE(
            "The signature does not match",
            "This badge is not genuine: it was changed after it was signed, or was never signed by this key.",
            "Get the badge again from the issuer's own link: a copy that was opened and saved may have been changed."),
    /** A claim of the envelope contradicts the credential. */
    CLAIM_MISMATCH(
            "The envelope contradicts the credential",
            "This badge is not genuine: its envelope says something else than the badge inside.",
            "Get the badge again from the issuer's own link: a copy that was opened and saved may have been changed."),
    /** The issuer publishes something else. */
    ASSERTION_DIFFERS(
            "The issuer publishes something else",
            "This badge is not genuine: its issuer publishes something else at its address.",
            "Get the badge again from its own address: a copy that was opened and saved may have been changed."),
    /** It lies where the issuer does not publish. */
    OUTSIDE_ISSUERS_SCOPE(
            "It is not published where its issuer publishes",
            "This badge is not genuine: it does not lie where the issuer it names publishes its badges.",
            "Ask the issuer that it names whether they awarded it, and do not rely on it until they say so."),
    /** The key is another's. */
    NOT_THE_ISSUERS_KEY(
            "The key is not the issuer's",
            "This badge is not genuine: it was not signed with a key of the issuer it names.",
            "Ask the issuer that it names whether they awarded it, and do not rely on it until they say so."),
    /** The key is not where it should be. */
    KEY_NOT_FOUND(
            "The key cannot be found",
            "This badge cannot be accepted: the key that it names does not exist.",
            "Ask the issuer to publish the key again, or to award the badge anew."),
    /** There is no proof. */
    NO_PROOF(
            "There is no proof",
            "This badge is not signed, so that nothing shows who made it.",
            "Ask the issuer for the signed badge: this may be a copy without its proof."),
    /** The proof breaks its specification. */
    MALFORMED_PROOF(
            "The proof is malformed",
            "This badge cannot be accepted: its proof is malformed.",
            "Show this to the issuer: their software has to make the badge anew."),
    /** A proof that another stands on is not there, or does not hold. */
    PROOF_CHAIN_BROKEN(
            "The chain of proofs is broken",
            "This badge cannot be accepted: a proof that another one stands on is missing or does not hold.",
            "Get the badge again from the issuer's own link: a copy that was opened and saved may have been changed."),
    /** The proof was made for something else. */
    WRONG_PURPOSE(
            "The proof has another purpose",
            "This badge cannot be accepted: its proof was made for another purpose.",
            "Show this to the issuer: their software has to make the badge anew."),
    /** The key does not fit. */
    WRONG_KEY_TYPE(
            "The key does not fit the algorithm",
            "This badge cannot be accepted: its key does not fit its proof.",
            "Show this to the issuer: their software has to make the badge anew."),
    /** The proof or its key is out of time. */
    PROOF_OUT_OF_TIME(
            "The proof is out of time",
            "This badge cannot be accepted: its proof lies outside the time of its key or its own.",
            "Ask the issuer to award it anew with a current key."),
    /** No canonical form. */
    NOT_CANONICAL(
            "The document has no canonical form",
            "This badge cannot be accepted: it holds statements that a signature does not cover.",
            "Get the badge again from the issuer's own link: a copy that was opened and saved may have been changed."),
    /** A term that no context defines. */
    UNDEFINED_TERM(
            "A term is not defined",
            "This badge cannot be accepted: it uses words that its contexts do not define.",
            "Show this to the issuer: their software has to make the badge anew."),
    /** A context written out. */
    INLINE_CONTEXT(
            "A context is written out",
            "This badge cannot be accepted: it brings its own meanings of words with it.",
            "Show this to the issuer: their software has to make the badge anew."),
    /** The issuer does not exist. */
    ISSUER_NOT_FOUND(
            "The issuer cannot be resolved",
            "This badge cannot be accepted: its issuer does not exist.",
            "Ask whoever gave you the badge for the issuer's present address."),
    /** A part of it does not exist. */
    DOCUMENT_NOT_FOUND(
            "A document of the badge does not exist",
            "This badge cannot be accepted: a document that it hangs on does not exist.",
            "Ask the issuer to publish it again, or to award the badge anew."),
    /** It was revoked. */
    REVOKED(
            "The badge is revoked",
            "This badge is genuine, but its issuer has revoked it.",
            "Ask the issuer why, and whether they will award it anew."),
    /** It has ended. */
    EXPIRED(
            "The badge has expired",
            "This badge is genuine, but it has expired.",
            "Ask the issuer whether it can be renewed."),
    /** It is suspended. */
    SUSPENDED(
            "The badge is suspended",
            "This badge is genuine, but its issuer has suspended it for now.",
            "Ask the issuer when it will count again."),
    /** It has not begun. */
    NOT_YET_VALID(
            "The badge is not valid yet",
            "This badge is genuine, but it is not valid yet.",
            "Wait until the date that it names."),
    /** The status list is wrong. */
    STATUS_NOT_BELIEVABLE(
            "The status list cannot be believed",
            "This badge cannot be accepted: the list that says whether it was revoked is not sound.",
            "Tell the issuer that their status list is not in order."),
    /** A rule of the standard is broken. */
    RULE_BROKEN(
            "A rule of the standard is broken",
            "This badge breaks rules of the Open Badges standard.",
            "Show this to the issuer: their software has to make the badge anew."),
    /** A credential inside does not hold. */
    INNER_FAILED(
            "A credential inside does not hold",
            "A credential inside does not hold.",
            "Look at the report of the credential inside."),
    /** The presentation was made for another. */
    NOT_FOR_THIS_OCCASION(
            "The presentation was made for another occasion",
            "This presentation was made for somebody else, or at another time.",
            "Present it again, for this challenge and this domain."),
    /** A schema is not followed. */
    SCHEMA_BROKEN(
            "A schema that it names is broken",
            "This badge breaks a schema that it names.",
            "Show this to the issuer: their software has to make the badge anew."),
    /** We do not know the context. */
    UNKNOWN_CONTEXT(
            "A context is not known here",
            "This badge cannot be judged here: it uses a vocabulary that is not known here.",
            "Use a verifier of the issuer's choice, or ask them for the badge in a usual form."),
    /** We do not implement the proof. */
    PROOF_NOT_SUPPORTED(
            "The proof is not supported here",
            "This badge cannot be judged here: its kind of proof is not supported.",
            "Use a verifier of the issuer's choice, or ask them for the badge in a usual form."),
    /** We do not implement the DID method. */
    ISSUER_NOT_SUPPORTED(
            "The issuer's kind of identifier is not supported here",
            "This badge cannot be judged here: its issuer's kind of identifier is not supported.",
            "Use a verifier of the issuer's choice, or ask them for the badge in a usual form."),
    /** We do not implement the status method. */
    STATUS_NOT_SUPPORTED(
            "The status method is not supported here",
            "This badge cannot be judged here: whether it was revoked is said in a way that is not supported.",
            "Use a verifier of the issuer's choice, or ask them for the badge in a usual form."),
    /** The schema is no use. */
    SCHEMA_NOT_USABLE(
            "A schema cannot be used here",
            "This badge cannot be judged here: a schema that it names cannot be used.",
            "Use a verifier of the issuer's choice, or ask them for the badge in a usual form."),
    /** The version is too old. */
    VERSION_NOT_SUPPORTED(
            "The version of Open Badges is not supported here",
            "This badge cannot be judged here: it is of a version of Open Badges before 2.0.",
            "Ask the issuer for the badge in a version from 2.0 on."),
    /** An address is not asked. */
    ADDRESS_NOT_ASKED(
            "An address is not asked from here",
            "This badge cannot be judged here: it names an address that is not asked from here.",
            "Ask the issuer for the badge at an https address, or use a verifier of the issuer's choice."),
    /** An address leads to somebody else's. */
    LED_ELSEWHERE(
            "An address leads elsewhere",
            "This badge cannot be judged here: an address of it leads to a place that is not its issuer's.",
            "Ask the issuer for the address where the badge itself is published."),
    /** The input did not come. */
    INPUT_OUT_OF_REACH(
            "The link cannot be followed",
            "It cannot be told now: nothing could be had from this link.",
            "Try again later, or send the badge itself instead of a link."),
    /** A part of it did not come. */
    DOCUMENT_OUT_OF_REACH(
            "A document of the badge is out of reach",
            "It cannot be told now: a document that this badge hangs on is out of reach.",
            "Try again later; if it stays so, tell the issuer what cannot be reached."),
    /** The issuer's host does not answer. */
    ISSUER_OUT_OF_REACH(
            "The issuer is out of reach",
            "It cannot be told now: the issuer's keys are out of reach.",
            "Try again later; if it stays so, tell the issuer what cannot be reached."),
    /** The key's host does not answer. */
    KEY_OUT_OF_REACH(
            "The key is out of reach",
            "It cannot be told now: the key that signed is out of reach.",
            "Try again later; if it stays so, tell the issuer what cannot be reached."),
    /** The status list's host does not answer. */
    STATUS_OUT_OF_REACH(
            "The status is out of reach",
            "It cannot be told now: whether this badge was revoked is out of reach.",
            "Try again later; if it stays so, tell the issuer what cannot be reached."),
    /** A credential inside could not be judged. */
    INNER_NOT_JUDGED(
            "A credential inside cannot be judged",
            "It cannot be told about a credential inside.",
            "Look at the report of the credential inside."),
    /** The schema's host does not answer. */
    SCHEMA_OUT_OF_REACH(
            "A schema is out of reach",
            "It cannot be told now: a schema that this badge names is out of reach.",
            "Try again later; if it stays so, tell the issuer what cannot be reached."),
    /** A check broke down. */
    CHECK_BROKE(
            "A check broke down",
            "It cannot be told: one of our checks broke down on this badge.",
            "Tell the operator of this verifier, with the badge if you may."),
    /** The recipient is another. */
    RECIPIENT_DIFFERS(
            "The badge is not this recipient's",
            "This badge names another recipient.",
            "Try the other e-mail addresses of the person: the badge may hold only one of them."),
    /** The credential inside is about another. */
    SUBJECT_NOT_HOLDER(
            "It is about another",
            "A credential inside is about somebody else than the one who shows it.",
            "Ask who shows it how they come to hold it."),
    /** The endorsement is for another thing. */
    ENDORSES_ANOTHER(
            "It endorses another thing",
            "An endorsement that came along is for something else.",
            "Leave this endorsement out of account."),
    /** We do not know the issuer. */
    ISSUER_UNKNOWN(
            "The issuer is not known here",
            "The issuer is not known here.",
            "Look at the issuer's identifier: is it the organisation's own domain?"),
    /** A copy says something else than the issuer publishes. */
    COPY_DIFFERS(
            "A copy is not what the issuer publishes now",
            "A part of this badge is not what its issuer publishes now.",
            "Go by what the issuer publishes; get the badge again from its own address."),
    /** The hash is weak. */
    WEAK_HASH(
            "The recipient is hidden with a weak hash",
            "The recipient of this badge is hidden with a hash that is easy to guess.",
            "Ask the issuer to award it anew with a hash of today."),
    /** Nobody should follow it. */
    UNSAFE_ADDRESS(
            "An address is not safe to follow",
            "This badge names an address that is not safe to follow.",
            "Do not open this address: what is there may be changed on the way, or lie in your own network."),
    /** There is a later one. */
    NEWER_VERSION(
            "A newer version exists",
            "This badge is genuine, and its issuer has made a newer version of it.",
            "Ask the issuer for the newer version."),
    /** The issuer says something. */
    STATUS_MESSAGE(
            "The issuer has left a message",
            "This badge is genuine, and its issuer has left a message about it.",
            "Read the issuer's message.");

    private final String title;
    private final String sentence;
    private final String advice;

    ProblemKind(String title, String sentence, String advice) {
        this.title = title;
        this.sentence = sentence;
        this.advice = advice;
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

    /** What whoever holds the badge, or was shown it, can do about it, in one plain sentence. */
    public String advice() {
        return advice;
    }
}
