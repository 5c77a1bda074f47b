package org.laurel.verifying.openbadges2;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What the address of a hosted assertion answers (OB 2.0, HostedBadge).
 *
 * @param json the assertion; of one that is gone whatever could be read
 * @param gone whether the answer was 410 Gone, which means revoked
 */
record HostedCopy(ObjectNode json, boolean gone) {

    /** Whether it is revoked, by the status or by what is served. */
    boolean isRevoked() {
        return gone || json.path("revoked").asBoolean(false);
    }

    /** Why, as far as the issuer says; empty when it does not. */
    String revocationReason() {
        return json.path("revocationReason").asText("");
    }
}
