package org.laurel.securing.status;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.laurel.document.credential.CredentialDocument;
import org.laurel.document.credential.OpenBadges;
import org.laurel.shared.encoding.CompressedBits;

/** Composes the credential that publishes a list (Bitstring Status List 1.0 §2.2); pure. */
final class StatusListCredential {
    private StatusListCredential() {}

    /**
     * The unsigned document.
     *
     * @param url the list's address, its id
     * @param issuerDid who signs it: the same that signed the badges
     * @param bits its state
     * @param validUntil until when it tells anything; null when it is renewed at its address
     * @param ttl how long readers may keep it
     */
    static CredentialDocument compose(
            String url, String issuerDid, StatusLists.Bits bits, @Nullable Instant validUntil, Duration ttl) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(OpenBadges.CREDENTIALS_V2);
        document.put("id", url);
        document.putArray("type").add(OpenBadges.VERIFIABLE_CREDENTIAL).add(OpenBadges.STATUS_LIST_CREDENTIAL);
        document.put("issuer", issuerDid);
        document.put(
                "validFrom", bits.changedAt().truncatedTo(ChronoUnit.SECONDS).toString());
        if (validUntil != null) {
            document.put(
                    "validUntil", validUntil.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        ObjectNode subject = document.putObject("credentialSubject");
        subject.put("id", url + "#list");
        subject.put("type", "BitstringStatusList");
        subject.put("statusPurpose", bits.purpose().wire());
        subject.put("encodedList", CompressedBits.encode(bits.bits()));
        subject.put("ttl", ttl.toMillis());
        return new CredentialDocument(document);
    }
}
