package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;
import org.laurel.verifying.check.OtherCredential;
import org.laurel.verifying.report.CredentialReport;
import org.laurel.verifying.report.CredentialReport.Named;

/**
 * What is known so far of an assertion; each check adds to it and changes nothing.
 *
 * @param assertion as it arrived
 * @param badgeClassOrNull its badge class as it is published, once it was had
 * @param issuerOrNull the issuer's profile as it is published, once it was had
 * @param hostedOrNull what its own address serves, once it was asked
 * @param keyOrNull the key whose signature held
 */
record AssertionFindings(
        Assertion assertion,
        @Nullable ObjectNode badgeClassOrNull,
        @Nullable ObjectNode issuerOrNull,
        @Nullable HostedCopy hostedOrNull,
        @Nullable CryptographicKey keyOrNull)
        implements OtherCredential {

    /** The beginning. */
    static AssertionFindings of(Assertion assertion) {
        return new AssertionFindings(assertion, null, null, null, null);
    }

    AssertionFindings withBadgeClass(ObjectNode badgeClass) {
        return new AssertionFindings(assertion, badgeClass, issuerOrNull, hostedOrNull, keyOrNull);
    }

    AssertionFindings withIssuer(ObjectNode issuer) {
        return new AssertionFindings(assertion, badgeClassOrNull, issuer, hostedOrNull, keyOrNull);
    }

    AssertionFindings withHosted(HostedCopy hosted) {
        return new AssertionFindings(assertion, badgeClassOrNull, issuerOrNull, hosted, keyOrNull);
    }

    AssertionFindings withKey(CryptographicKey key) {
        return new AssertionFindings(assertion, badgeClassOrNull, issuerOrNull, hostedOrNull, key);
    }

    /** The badge class, published or written out; a missing node when it is neither. */
    JsonNode badgeClass() {
        return either(badgeClassOrNull, assertion.json().path("badge"));
    }

    /** The issuer's profile, published or written out; a missing node when it is neither. */
    JsonNode issuer() {
        return either(issuerOrNull, badgeClass().path("issuer"));
    }

    /** The issuer's id; empty when nobody is named. */
    String issuerId() {
        return issuerOrNull == null
                ? Texts.iri(badgeClass().path("issuer"))
                : issuerOrNull.path("id").asText("");
    }

    /** The assertion by which to go: what its own address serves counts more than what was handed in. */
    ObjectNode valid() {
        HostedCopy hosted = hostedOrNull;
        return hosted == null || hosted.isRevoked() ? assertion.json() : hosted.json();
    }

    @Override
    public String specification() {
        return assertion.version().words();
    }

    @Override
    public CredentialReport report() {
        ObjectNode json = valid();
        String name = badgeClass().path("name").textValue();
        return new CredentialReport(
                orNull(assertion.id().isEmpty() ? assertion.uid() : assertion.id()),
                assertion.types(),
                name,
                named(issuerId(), issuer().path("name").textValue()),
                named(Texts.iri(assertion.json().path("badge")), name),
                recipient(json.path("recipient")),
                json.path("issuedOn").textValue(),
                json.path("expires").textValue(),
                null,
                null,
                null);
    }

    /** A hashed recipient is known to nobody. */
    private static @Nullable Named recipient(JsonNode recipient) {
        return IdentityObject.isHashed(recipient)
                ? null
                : named(recipient.path("identity").asText(""), null);
    }

    private static JsonNode either(@Nullable ObjectNode published, JsonNode written) {
        if (published != null) {
            return published;
        }
        return written.isObject() ? written : MissingNode.getInstance();
    }

    private static @Nullable Named named(String id, @Nullable String name) {
        return id.isEmpty() && name == null ? null : new Named(orNull(id), name);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
