package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An assertion as it arrived, parsed and nothing more (OB 2.0, Assertion).
 *
 * @param json the assertion
 * @param version the version of Open Badges that it says or shows
 * @param jws the compact JWS it came in; null when it came as JSON
 * @param header the JOSE header; null when it came as JSON
 */
record Assertion(
        ObjectNode json,
        OpenBadgesVersion version,
        @Nullable String jws,
        @Nullable ObjectNode header) {
    static final String TYPE = "Assertion";

    private static final Set<String> HOSTED = Set.of("HostedBadge", "hosted");
    private static final Set<String> SIGNED = Set.of("SignedBadge", "signed");

    /** Its id; empty when it has none. */
    String id() {
        return json.path("id").asText("");
    }

    /** The id that badges had before 1.1, which revocation lists may still name; empty when it has none. */
    String uid() {
        return json.path("uid").asText("");
    }

    /** The values of {@code type}. */
    List<String> types() {
        return Texts.of(json.path("type"));
    }

    /** How it is to be verified; {@code verify} is an alias in the context of 2.0. */
    JsonNode verification() {
        return json.path(verificationMember());
    }

    /** The member under which the above stands. */
    String verificationMember() {
        return json.has("verification") || !json.has("verify") ? "verification" : "verify";
    }

    /** Whether its own address is its proof. */
    boolean isHosted() {
        return Texts.of(verification().path("type")).stream().anyMatch(HOSTED::contains);
    }

    /** Whether a signature is its proof. */
    boolean isSigned() {
        return !isHosted() && Texts.of(verification().path("type")).stream().anyMatch(SIGNED::contains);
    }

    /** Whether it says itself that it is revoked. */
    boolean isRevoked() {
        return json.path("revoked").asBoolean(false);
    }

    /** Whether it was revoked and stripped down to saying so, so that there is nothing else to judge. */
    boolean isStripped() {
        return isRevoked() && (!json.has("badge") || verification().isMissingNode());
    }

    /** Whether it is an assertion at all, and not another object of the same vocabulary. */
    boolean isOne() {
        boolean awarded = json.has("badge") && json.has("recipient");
        return types().contains(TYPE) || awarded || (isRevoked() && !id().isEmpty());
    }
}
