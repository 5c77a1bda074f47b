package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.laurel.document.credential.HashedIdentity;
import org.laurel.verifying.report.ProblemKind;

/** The rules for the data of an assertion (OB 2.0, Assertion, IdentityObject, VerificationObject, DateTime). */
final class AssertionRules {
    private static final Set<String> METHODS = Set.of("HostedBadge", "hosted", "SignedBadge", "signed");

    private final Assertion assertion;
    private final ObjectNode json;
    private final Remarks remarks = new Remarks();

    private AssertionRules(Assertion assertion) {
        this.assertion = assertion;
        this.json = assertion.json();
    }

    /** What there is to remark. */
    static Remarks on(Assertion assertion) {
        return new AssertionRules(assertion).all();
    }

    private Remarks all() {
        if (!assertion.id().contains(":")) {
            remarks.broken("expected the assertion's IRI, a text", "/id");
        }
        if (assertion.isStripped()) {
            return remarks;
        }
        if (Texts.of(json.path("@context")).isEmpty()) {
            remarks.broken("expected a context of Open Badges, such as https://w3id.org/openbadges/v2", "/@context");
        }
        if (!assertion.types().contains(Assertion.TYPE)) {
            remarks.broken("expected the type Assertion", "/type");
        }
        recipient(json.path("recipient"));
        badge(json.path("badge"));
        verification(assertion.verification());
        time("issuedOn", true);
        time("expires", false);
        optional("revoked", json.path("revoked").isBoolean(), "true or false");
        optional("narrative", json.path("narrative").isTextual(), "a text");
        optional("image", isLink(json.path("image")), "an IRI or an object");
        optional(
                "evidence",
                !json.path("evidence").isValueNode() || json.path("evidence").isTextual(),
                "an IRI, an object, or an array");
        return remarks;
    }

    private void recipient(JsonNode recipient) {
        if (!recipient.isObject()) {
            remarks.broken("expected an IdentityObject", "/recipient");
            return;
        }
        String identity = IdentityObject.identity(recipient);
        JsonNode hashed = recipient.path("hashed");
        if (!recipient.path("type").isTextual()) {
            remarks.broken("expected the kind of identity, such as email", "/recipient/type");
        }
        if (!recipient.path("identity").isTextual() || identity.isBlank()) {
            remarks.broken("expected the recipient's identity, a text", "/recipient/identity");
        } else if (hashed.asBoolean(false) && !HashedIdentity.isHash(identity)) {
            remarks.broken(
                    "expected sha256$ or md5$ and as many hexadecimal digits, for it is hashed", "/recipient/identity");
        }
        if (hashed.isMissingNode()) {
            remarks.warning(
                    ProblemKind.RULE_BROKEN,
                    "expected hashed, true or false; its form tells it here",
                    "/recipient/hashed");
        } else if (!hashed.isBoolean()) {
            remarks.broken("expected true or false", "/recipient/hashed");
        }
        if (recipient.hasNonNull("salt") && !recipient.path("salt").isTextual()) {
            remarks.broken("expected a text", "/recipient/salt");
        }
        if (IdentityObject.isHashed(recipient) && identity.startsWith("md5$")) {
            remarks.warning(
                    ProblemKind.WEAK_HASH, "the identity is hashed with MD5; expected SHA-256", "/recipient/identity");
        }
    }

    private void badge(JsonNode badge) {
        if (!isLink(badge)) {
            remarks.broken("expected the badge class, its IRI or an object", "/badge");
        }
    }

    private void verification(JsonNode verification) {
        String pointer = "/" + assertion.verificationMember();
        if (!verification.isObject()) {
            remarks.broken("expected a VerificationObject", pointer);
            return;
        }
        if (Texts.of(verification.path("type")).stream().noneMatch(METHODS::contains)) {
            remarks.broken("expected HostedBadge (hosted) or SignedBadge (signed)", pointer + "/type");
        }
        if (assertion.isHosted() && !Texts.isUrl(assertion.id())) {
            remarks.broken("expected the URL where the assertion is hosted", "/id");
        }
        if (verification.has("creator")
                && Texts.iri(verification.path("creator")).isEmpty()) {
            remarks.broken("expected the IRI of the key that signed", pointer + "/creator");
        }
    }

    private void time(String member, boolean required) {
        JsonNode time = json.path(member);
        if (DateTimes.read(time).isEmpty() && (required || json.hasNonNull(member))) {
            remarks.broken("expected a date, a time and its zone, such as 2016-12-31T23:59:59Z", "/" + member);
        }
    }

    private void optional(String member, boolean good, String expected) {
        if (json.hasNonNull(member) && !good) {
            remarks.broken("expected " + expected, "/" + member);
        }
    }

    private static boolean isLink(JsonNode value) {
        return value.isObject() || (value.isTextual() && value.textValue().contains(":"));
    }
}
